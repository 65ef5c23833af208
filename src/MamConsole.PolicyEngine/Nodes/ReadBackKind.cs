namespace MamConsole.PolicyEngine.Nodes;

/// <summary>What a read of a node can prove. Stored by number: never renumber.</summary>
public enum ReadBackKind
{
    /// <summary>The value in force: it must be the one that was sent.</summary>
    Value = 0,

    /// <summary>
    /// That it is there. Windows hides the value or writes it anew, so its text says nothing; what is asked for is the node that holds it.
    /// </summary>
    Presence = 1,

    /// <summary>Nothing: it is not read.</summary>
    None = 2,
}

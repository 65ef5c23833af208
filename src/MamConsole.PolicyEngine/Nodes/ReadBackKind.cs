namespace MamConsole.PolicyEngine.Nodes;

/// <summary>What a read of a node can prove. Stored by number: never renumber.</summary>
public enum ReadBackKind
{
    /// <summary>The effective value: it must equal the value that was sent.</summary>
    Value = 0,

    /// <summary>The presence of the node. Windows hides or rewrites the value, so it is not compared; the parent node is read.</summary>
    Presence = 1,

    /// <summary>Nothing: the node is not read.</summary>
    None = 2,
}

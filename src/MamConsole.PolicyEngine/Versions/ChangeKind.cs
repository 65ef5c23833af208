namespace MamConsole.PolicyEngine.Versions;

/// <summary>How a setting differs between two versions. Stored by number: never renumber.</summary>
public enum ChangeKind
{
    /// <summary>The setting is added.</summary>
    Added = 0,

    /// <summary>The setting has another value.</summary>
    Changed = 1,

    /// <summary>The setting is removed: Windows' default or another policy applies.</summary>
    Removed = 2,
}

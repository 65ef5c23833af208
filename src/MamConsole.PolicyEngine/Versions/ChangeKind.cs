namespace MamConsole.PolicyEngine.Versions;

/// <summary>How a setting differs between two versions. Stored by number: never renumber.</summary>
public enum ChangeKind
{
    /// <summary>The policy says something about it now.</summary>
    Added = 0,

    /// <summary>It says something else now.</summary>
    Changed = 1,

    /// <summary>It says nothing about it any more: Windows' own default, or another policy's word, holds.</summary>
    Removed = 2,
}

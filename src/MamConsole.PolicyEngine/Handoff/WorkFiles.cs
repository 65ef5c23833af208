namespace MamConsole.PolicyEngine.Handoff;

/// <summary>What becomes of work files on the move.</summary>
public enum WorkFiles
{
    /// <summary>There is no move.</summary>
    Unchanged,

    /// <summary>They stay readable and protected.</summary>
    Retained,

    /// <summary>Their keys are revoked: nobody can read them without the recovery key.</summary>
    Wiped,

    /// <summary>Home editions lose protection and, with it, access.</summary>
    Lost,

    /// <summary>They stay readable, and nothing protects them any more.</summary>
    Unprotected,

    /// <summary>It hangs on something that nobody knows.</summary>
    Unknown,

    /// <summary>There are none: the policy does not protect anything.</summary>
    NothingToLose,
}

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The effect of the MDM handoff on work files.</summary>
public enum WorkFiles
{
    /// <summary>There is no MDM handoff.</summary>
    Unchanged,

    /// <summary>Work files stay readable and protected.</summary>
    Retained,

    /// <summary>Their keys are revoked: they can be read only with the recovery key.</summary>
    Wiped,

    /// <summary>Home editions lose WIP and thereby access to the files.</summary>
    Lost,

    /// <summary>Work files stay readable but are no longer protected.</summary>
    Unprotected,

    /// <summary>The effect depends on facts that are not known.</summary>
    Unknown,

    /// <summary>There are no work files: WIP is off.</summary>
    NothingToLose,
}

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Why a policy is not for a PC: the first that applies.</summary>
public enum AssignmentMismatch
{
    /// <summary>It is for nobody, or that was not decided.</summary>
    ForNobody,

    /// <summary>It names people, and not this one.</summary>
    NotNamed,

    /// <summary>It names groups, and the person is in none of them.</summary>
    InNoGroup,

    /// <summary>It names groups, and nobody knows which ones the person is in.</summary>
    GroupsNeverRead,

    /// <summary>It makes an exception of the person.</summary>
    ExceptedPerson,

    /// <summary>It makes an exception of a group that the person is in.</summary>
    ExceptedGroup,

    /// <summary>It asks for a build, and the PC's is not known.</summary>
    BuildNotKnown,

    /// <summary>The PC's Windows is older than it asks for.</summary>
    WindowsTooOld,

    /// <summary>The PC's Windows is newer than it asks for.</summary>
    WindowsTooNew,

    /// <summary>The PC's edition is another one, or not known.</summary>
    OtherEdition,

    /// <summary>The PC is in another ring.</summary>
    OtherRing,
}

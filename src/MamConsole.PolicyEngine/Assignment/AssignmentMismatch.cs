namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The first reason why a policy does not match a PC.</summary>
public enum AssignmentMismatch
{
    /// <summary>The policy is not assigned.</summary>
    ForNobody,

    /// <summary>The policy is assigned to other people.</summary>
    NotNamed,

    /// <summary>The policy is assigned to groups, and the person is in none of them.</summary>
    InNoGroup,

    /// <summary>The policy is assigned to groups, and the person's groups are not known.</summary>
    GroupsNeverRead,

    /// <summary>The person is excluded.</summary>
    ExceptedPerson,

    /// <summary>A group of the person is excluded.</summary>
    ExceptedGroup,

    /// <summary>The policy has a build filter, and the PC's build is not known.</summary>
    BuildNotKnown,

    /// <summary>The PC's Windows is older than the minimum OS version.</summary>
    WindowsTooOld,

    /// <summary>The PC's Windows is newer than the maximum OS version.</summary>
    WindowsTooNew,

    /// <summary>The PC's edition is not included, or not known.</summary>
    OtherEdition,

    /// <summary>The PC is in a ring that is not included.</summary>
    OtherRing,
}

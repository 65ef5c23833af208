using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Facts;

/// <summary>Counts over the enrolled PCs that would get a policy. A value that a PC has not reported counts as "unknown".</summary>
/// <param name="Devices">All PCs.</param>
/// <param name="HomeEditions">PCs that reported a Home edition at enrollment.</param>
public sealed record FleetFacts(int Devices, int HomeEditions)
{
    /// <summary>Days without a check-in after which a PC counts as not seen.</summary>
    public const int StaleAfterDays = 14;

    /// <summary>PCs whose enrollment reported no edition.</summary>
    public int UnknownEditions { get; init; }

    /// <summary>
    /// PCs with build 26100 or later (Windows 11 24H2): they acknowledge WIP settings but enforce none (docs/reference/wip-authoring.md
    /// §0).
    /// </summary>
    public int WithoutWip { get; init; }

    /// <summary>PCs whose enrollment reported no build.</summary>
    public int UnknownBuilds { get; init; }

    /// <summary>PCs below build 15063 (Windows 10 1703), the first build that supports MAM, the WIP handoff and the MDM link.</summary>
    public int TooOld { get; init; }

    /// <summary>PCs that reported an unencrypted system drive (DeviceStatus/Compliance/EncryptionCompliance).</summary>
    public int Unencrypted { get; init; }

    /// <summary>PCs that reported an encrypted system drive.</summary>
    public int Encrypted { get; init; }

    /// <summary>PCs on which RevokeOnMDMHandoff was read back as 0: the MDM handoff retains the keys of their work files.</summary>
    public int RetainKeysOnHandoff { get; init; }

    /// <summary>PCs that have not checked in for <see cref="StaleAfterDays"/> days.</summary>
    public int Stale { get; init; }

    /// <summary>The effect of the filters and the other published policies on the assignment.</summary>
    public AssignmentFacts? Assignment { get; init; }

    /// <summary>The same PCs grouped by the facts that decide about their work files on MDM handoff.</summary>
    public ValueList<FleetGroup> Groups { get; init; } = [];

    /// <summary>PCs that run a Windows build that enforces WIP, as far as enrollment reported it.</summary>
    public int EnforceWip => Devices - WithoutWip - UnknownBuilds - TooOld;

    /// <summary><see cref="Groups"/>, or groups derived from the two counts when none were recorded.</summary>
    internal IEnumerable<FleetGroup> HandoffGroups =>
        Groups.Count > 0 || Devices == 0
            ? Groups
            : [new(true, false, false, HomeEditions), new(false, false, false, Devices - HomeEditions)];

    /// <summary>The facts of an empty fleet.</summary>
    public static readonly FleetFacts Nobody = new(0, 0);
}

using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Facts;

/// <summary>
/// Counts over the enrolled PCs that would get a policy. Silence is never counted as an answer: what a PC did not say is "unknown" here.
/// </summary>
/// <param name="Devices">All of them.</param>
/// <param name="HomeEditions">Those that run a Home edition, as enrollment said.</param>
public sealed record FleetFacts(int Devices, int HomeEditions)
{
    /// <summary>Days without a call after which a PC counts as silent.</summary>
    public const int StaleAfterDays = 14;

    /// <summary>Enrollment did not say which edition they run.</summary>
    public int UnknownEditions { get; init; }

    /// <summary>
    /// Build 26100 or later (Windows 11 24H2): WIP's settings are acknowledged and nothing is enforced (docs/reference/wip-authoring.md
    /// §0).
    /// </summary>
    public int WithoutWip { get; init; }

    /// <summary>Enrollment did not say which build they run.</summary>
    public int UnknownBuilds { get; init; }

    /// <summary>Below build 15063 (Windows 10 1703), where MAM, WIP's move and the MDM link begin.</summary>
    public int TooOld { get; init; }

    /// <summary>Said that their system drive is not encrypted (DeviceStatus/Compliance/EncryptionCompliance).</summary>
    public int Unencrypted { get; init; }

    /// <summary>Said that it is.</summary>
    public int Encrypted { get; init; }

    /// <summary>RevokeOnMDMHandoff was read back as 0: moving to MDM keeps their work files' keys.</summary>
    public int RetainKeysOnHandoff { get; init; }

    /// <summary>Have not called for <see cref="StaleAfterDays"/> days.</summary>
    public int Stale { get; init; }

    /// <summary>What filters and the other published policies leave of the assignment.</summary>
    public AssignmentFacts? Assignment { get; init; }

    /// <summary>The same PCs by what decides over their work files on the move to MDM.</summary>
    public ValueList<FleetGroup> Groups { get; init; } = [];

    /// <summary>Run a Windows that enforces WIP, as far as enrollment said.</summary>
    public int EnforceWip => Devices - WithoutWip - UnknownBuilds - TooOld;

    /// <summary><see cref="Groups"/>, or what the two counts tell where nobody grouped.</summary>
    internal IEnumerable<FleetGroup> HandoffGroups =>
        Groups.Count > 0 || Devices == 0
            ? Groups
            : [new(true, false, false, HomeEditions), new(false, false, false, Devices - HomeEditions)];

    /// <summary>No PC at all.</summary>
    public static readonly FleetFacts Nobody = new(0, 0);
}

using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>Describes a PC that acknowledged the MDM enrollment link and was not seen since.</summary>
internal static class ProbableHandoffWords
{
    /// <param name="device">The device.</param>
    /// <param name="newest">What it acknowledged last.</param>
    /// <param name="next">When its next check-in was due; null when its check-in schedule is not known.</param>
    /// <param name="now">The time.</param>
    /// <returns>A sentence; null when the PC did not acknowledge the link, was seen since, or is removed in another way.</returns>
    public static string? Describe(DeviceRecord device, AcknowledgedVersion? newest, DateTimeOffset? next, DateTimeOffset now) =>
        device.Enrollment is { EndedAt: null, BlockedAt: null, RetiringSince: null }
        && device.SyncState.LastContact is { } last
        && newest?.Nodes.Nodes.FirstOrDefault(node => node.Stage == NodeStage.MdmLink) is { } link
        && newest.Holds(link)
        && ProbableHandoff.IsLikely(last, next, now)
            ? "Unknown, probably moved: this PC acknowledged the MDM enrollment link and has missed two check-ins since. It may also be "
                + "turned off. A PC that moved is managed by MDM and does not check in here again."
            : null;
}

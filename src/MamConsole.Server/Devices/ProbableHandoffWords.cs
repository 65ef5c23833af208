using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>What help desk reads of a PC that was offered the move to MDM and then fell silent.</summary>
internal static class ProbableHandoffWords
{
    /// <param name="device">The device.</param>
    /// <param name="newest">What it acknowledged last.</param>
    /// <param name="next">When its next check-in was due; null when its rhythm says nothing.</param>
    /// <param name="now">The time.</param>
    /// <returns>A sentence; null when the PC was not offered the move, is heard of, or left in another way.</returns>
    public static string? Describe(DeviceRecord device, AcknowledgedVersion? newest, DateTimeOffset? next, DateTimeOffset now) =>
        device.Enrollment is { EndedAt: null, BlockedAt: null, RetiringSince: null }
        && device.SyncState.LastContact is { } last
        && newest?.Nodes.Nodes.FirstOrDefault(node => node.Stage == NodeStage.MdmLink) is { } link
        && newest.Holds(link)
        && ProbableHandoff.IsLikely(last, next, now)
            ? "Unknown, probably moved: this PC was offered the move to MDM and has not called since two of its calls were due. It "
                + "may as well only be off. A PC that moved is managed there and never calls here again."
            : null;
}

using MamConsole.PolicyEngine;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.HelpDesk;

/// <summary>
/// Whether a PC has probably moved to MDM (handoff.md §5). Windows tells a MAM server nothing of it: what there is, is the link that it acknowledged and then
/// silence. So this is never more than a guess, and says so.
/// </summary>
internal static class MoveWords
{
    /// <summary>Nobody keeps a PC on all day: a shorter rhythm than Windows' own day does not make its silence mean more.</summary>
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromDays(1);

    /// <param name="device">The device.</param>
    /// <param name="newest">What it acknowledged last.</param>
    /// <param name="next">When its next call was due; null when its rhythm says nothing.</param>
    /// <param name="now">The time.</param>
    /// <returns>A sentence; null when the PC was not offered the move, is heard of, or left in another way.</returns>
    public static string? Say(DeviceRecord device, AcknowledgedVersion? newest, DateTimeOffset? next, DateTimeOffset now)
    {
        if (device.Enrollment is not { EndedAt: null, BlockedAt: null, RetiringSince: null } || device.Standing.LastContact is not { } last
            || newest?.Nodes.Nodes.FirstOrDefault(node => node.Stage == NodeStage.MdmLink) is not { } link || !newest.Holds(link))
        {
            return null;
        }

        var window = next is { } due && due - last > ShortestWindow ? due - last : ShortestWindow;
        return now - last > 2 * window
            ? "Unknown, probably moved: this PC was offered the move to MDM and has not called since two of its calls were due. It may as well only be off. A PC that moved is managed there and never calls here again."
            : null;
    }
}

using System.Diagnostics;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// How an endpoint says that it refuses a call. It is counted before the answer leaves, so that whoever has the answer is counted.
/// </summary>
internal static class RejectionMarker
{
    public static void MarkRejected(this HttpContext context, RejectionReason reason)
    {
        context.RequestServices.GetRequiredService<DeviceMetrics>().CallRejected(reason);
        Activity.Current?.SetTag(DeviceTracing.Outcome, "Rejected").SetTag(DeviceTracing.Rejection, DeviceMetrics.NameOf(reason));
        if (CountsAgainstAddress(reason))
        {
            context.RequestServices.GetRequiredService<DeviceRateLimiter>().CountRejection(context.Connection.RemoteIpAddress);
        }
    }

    /// <summary>Whether the caller is to blame and the call cost something: that is what an address may not do too often.</summary>
    private static bool CountsAgainstAddress(RejectionReason reason) =>
        reason
            is RejectionReason.MediaType
                or RejectionReason.Malformed
                or RejectionReason.Body
                or RejectionReason.NoToken
                or RejectionReason.Token
                or RejectionReason.Forbidden
                or RejectionReason.Blocked
                or RejectionReason.Retiring;
}

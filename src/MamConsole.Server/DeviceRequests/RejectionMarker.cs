using System.Diagnostics;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Marks a request as rejected. It is counted before the response is sent, so that a caller that has the response is already counted.
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

    /// <summary>Whether the rejection is caused by the caller and needed work: such rejections are limited by address.</summary>
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

using System.Globalization;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Keeps a herd of devices from drowning the server: so many calls are worked on, a few more wait, the rest come again later. A turn is
/// taken once a call's body is there and ends before its answer is written, so that slow senders and readers hold none.
/// </summary>
internal sealed class DeviceConcurrencyLimiter(DeviceLimits limits, Database database) : IDisposable
{
    private readonly ConcurrencyLimiter limiter = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.ConcurrentDeviceCalls,
            QueueLimit = limits.WaitingDeviceCalls,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>More than half of the calls at work wait for the disk: whoever comes now would only wait longer.</summary>
    private readonly int longQueue = Math.Max(1, limits.ConcurrentDeviceCalls / 2);

    /// <summary>Whether a new call would be sent away, told before anything is spent on it.</summary>
    public bool IsFull =>
        database.WaitingCommits > longQueue
        || (limiter.GetStatistics() is { CurrentAvailablePermits: 0 } now && now.CurrentQueuedCount >= limits.WaitingDeviceCalls);

    /// <summary>Seconds, different for each, so that those who are sent away do not come back together.</summary>
    public static string RetryAfter => RandomNumberGenerator.GetInt32(15, 46).ToString(CultureInfo.InvariantCulture);

    /// <summary>Waits for a turn. False when too many wait already.</summary>
    public async ValueTask<bool> TryBeginAsync(HttpContext context)
    {
        var lease = await limiter.AcquireAsync(1, context.RequestAborted);
        context.Response.RegisterForDispose(lease);
        context.Features.Set(new Permit(lease));
        return lease.IsAcquired;
    }

    /// <summary>Gives the call's turn back, if it has one: what is left to do is the network's.</summary>
    public static void End(HttpContext context) => context.Features.Get<Permit>()?.Lease.Dispose();

    public void Dispose() => limiter.Dispose();

    private sealed record Permit(RateLimitLease Lease);
}

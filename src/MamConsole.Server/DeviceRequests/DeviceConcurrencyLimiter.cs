using System.Globalization;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Prevents many simultaneous devices from overloading the server: a limited number of requests is processed, a limited number is queued,
/// and the others are rejected with Retry-After. A permit is acquired after a request's body is read and released before its response is
/// written, so that slow connections hold no permits.
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

    /// <summary>More than half of the processed requests wait for the disk: a new request would only wait longer.</summary>
    private readonly int longQueue = Math.Max(1, limits.ConcurrentDeviceCalls / 2);

    /// <summary>Whether a new request would be rejected, checked before any work is done for it.</summary>
    public bool IsFull =>
        database.WaitingCommits > longQueue
        || (limiter.GetStatistics() is { CurrentAvailablePermits: 0 } now && now.CurrentQueuedCount >= limits.WaitingDeviceCalls);

    /// <summary>A random number of seconds, so that rejected devices do not retry at the same time.</summary>
    public static string RetryAfter => RandomNumberGenerator.GetInt32(15, 46).ToString(CultureInfo.InvariantCulture);

    /// <summary>Waits for a permit. False when the queue is full.</summary>
    public async ValueTask<bool> TryBeginAsync(HttpContext context)
    {
        var lease = await limiter.AcquireAsync(1, context.RequestAborted);
        context.Response.RegisterForDispose(lease);
        context.Features.Set(new Permit(lease));
        return lease.IsAcquired;
    }

    /// <summary>Releases the permit of the request, if it has one: only network transfer remains.</summary>
    public static void End(HttpContext context) => context.Features.Get<Permit>()?.Lease.Dispose();

    public void Dispose() => limiter.Dispose();

    private sealed record Permit(RateLimitLease Lease);
}

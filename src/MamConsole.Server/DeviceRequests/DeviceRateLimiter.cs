using System.Net;
using System.Threading.RateLimiting;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Limits the rate of requests. Accepted requests are counted by device, because an office shares one address; rejected requests are
/// counted by address, because they have no proven identity. Full buckets are removed after seconds, so that many invented names use no
/// memory.
/// </summary>
internal sealed class DeviceRateLimiter(DeviceLimits limits) : IDisposable
{
    /// <summary>Seconds until a device may retry: its bucket then has tokens for half a session.</summary>
    public const string DeviceRetryAfter = "30";

    /// <summary>Seconds until an address may retry: its bucket is full by then.</summary>
    public const string AddressRetryAfter = "60";

    private const int MaximumDeviceIdLength = 128;

    private readonly PartitionedRateLimiter<(Guid Person, string DeviceId)> devices = PartitionedRateLimiter.Create<
        (Guid Person, string DeviceId),
        (Guid, string)
    >(key => Bucket(key, limits.CallsPerDevicePerMinute, Math.Max(1, limits.CallsPerDevicePerMinute / 2)));

    private readonly PartitionedRateLimiter<AddressKey> addresses = PartitionedRateLimiter.Create<AddressKey, AddressKey>(key =>
        Bucket(key, limits.RejectionsPerAddressPerMinute, limits.RejectionsPerAddressPerMinute)
    );

    /// <summary>Counts a request of a proven person for a device.</summary>
    /// <param name="identity">The person.</param>
    /// <param name="deviceId">The device ID in the message. It is not proven, but requests are counted separately for each person.</param>
    public bool TryAcquire(DeviceIdentity identity, string deviceId)
    {
        using var lease = devices.AttemptAcquire((identity.ObjectId, deviceId.Length <= MaximumDeviceIdLength ? deviceId : ""));
        return lease.IsAcquired;
    }

    /// <summary>
    /// Whether requests from this address are still processed: while at least one whole token is left. Acquiring zero tokens would succeed
    /// with a fraction of one.
    /// </summary>
    public bool TryAcquire(IPAddress? address) => addresses.GetStatistics(AddressKey.Of(address)) is not { CurrentAvailablePermits: 0 };

    /// <summary>Counts a rejected request from this address.</summary>
    public void CountRejection(IPAddress? address) => addresses.AttemptAcquire(AddressKey.Of(address)).Dispose();

    public void Dispose()
    {
        devices.Dispose();
        addresses.Dispose();
    }

    private static RateLimitPartition<TKey> Bucket<TKey>(TKey key, int perMinute, int burst)
    {
        if (perMinute == 0)
        {
            return RateLimitPartition.GetNoLimiter(key);
        }

        // At most once a second, so that a small limit is not rounded up.
        var atOnce = Math.Max(1, perMinute / 60);
        return RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = atOnce,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) * atOnce / perMinute,
                QueueLimit = 0,
            }
        );
    }
}

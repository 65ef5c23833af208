using System.Net;
using System.Threading.RateLimiting;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Who calls too often. Good calls are counted by device, because an office shares one address; refused ones by address, because nobody is
/// proven. Buckets that are full again are forgotten after seconds, so a flood of made-up names leaves nothing behind.
/// </summary>
internal sealed class DeviceRateLimiter(DeviceLimits limits) : IDisposable
{
    /// <summary>Seconds until a device may come again: its bucket holds calls for half a session by then.</summary>
    public const string DeviceRetryAfter = "30";

    /// <summary>Seconds until an address may come again: its bucket is full by then.</summary>
    public const string AddressRetryAfter = "60";

    private const int MaximumDeviceIdLength = 128;

    private readonly PartitionedRateLimiter<(Guid Person, string DeviceId)> devices = PartitionedRateLimiter.Create<
        (Guid Person, string DeviceId),
        (Guid, string)
    >(key => Bucket(key, limits.CallsPerDevicePerMinute, Math.Max(1, limits.CallsPerDevicePerMinute / 2)));

    private readonly PartitionedRateLimiter<AddressKey> addresses = PartitionedRateLimiter.Create<AddressKey, AddressKey>(key =>
        Bucket(key, limits.RejectionsPerAddressPerMinute, limits.RejectionsPerAddressPerMinute)
    );

    /// <summary>Counts a call of a proven person for a device.</summary>
    /// <param name="identity">The person.</param>
    /// <param name="deviceId">As the message says; it proves nothing, but a person's calls are a person's.</param>
    public bool TryAcquire(DeviceIdentity identity, string deviceId)
    {
        using var lease = devices.AttemptAcquire((identity.ObjectId, deviceId.Length <= MaximumDeviceIdLength ? deviceId : ""));
        return lease.IsAcquired;
    }

    /// <summary>
    /// Whether calls from this address are still looked at: while one whole refusal is left. To ask the bucket for nothing would succeed
    /// with a part of one.
    /// </summary>
    public bool TryAcquire(IPAddress? address) => addresses.GetStatistics(AddressKey.Of(address)) is not { CurrentAvailablePermits: 0 };

    /// <summary>Counts a call from this address that was refused.</summary>
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

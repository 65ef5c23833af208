using MamConsole.Server.Settings;

namespace MamConsole.Server.DeviceRequests;

/// <summary>The limits of device requests (section <c>Limits</c>). Each node counts separately.</summary>
internal sealed record DeviceLimits
{
    /// <summary>Messages of one device per minute, half of them in a burst. 0 = no limit.</summary>
    public int CallsPerDevicePerMinute { get; init; } = 120;

    /// <summary>
    /// Rejected requests from one address per minute; above it, every request from the address is rejected. 0 = no limit.
    /// </summary>
    [ConfigurationKeyName("RefusalsPerAddressPerMinute")]
    public int RejectionsPerAddressPerMinute { get; init; } = 300;

    /// <summary>The number of requests that are processed concurrently.</summary>
    public int ConcurrentDeviceCalls { get; init; } = 256;

    /// <summary>The number of requests that may be queued; further requests are rejected.</summary>
    public int WaitingDeviceCalls { get; init; } = 256;

    public static DeviceLimits From(IConfiguration configuration) => configuration.ReadSettings<DeviceLimits>("Limits");
}

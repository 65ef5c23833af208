using MamConsole.Server.Settings;

namespace MamConsole.Server.DeviceRequests;

/// <summary>How much devices may ask of this server (section <c>Limits</c>). Each node counts for itself.</summary>
internal sealed record DeviceLimits
{
    /// <summary>Messages of one device in a minute, half of them at once. 0 = no limit.</summary>
    public int CallsPerDevicePerMinute { get; init; } = 120;

    /// <summary>Refused calls from one address in a minute; then every call from there waits. 0 = no limit.</summary>
    [ConfigurationKeyName("RefusalsPerAddressPerMinute")]
    public int RejectionsPerAddressPerMinute { get; init; } = 300;

    /// <summary>Calls that are worked on at the same time.</summary>
    public int ConcurrentDeviceCalls { get; init; } = 256;

    /// <summary>Calls that may wait for one of those to end; the others are sent away.</summary>
    public int WaitingDeviceCalls { get; init; } = 256;

    public static DeviceLimits From(IConfiguration configuration) => configuration.ReadSettings<DeviceLimits>("Limits");
}

namespace MamConsole.Server.Devices;

/// <summary>Selects devices of the list.</summary>
public sealed record DeviceFilter
{
    /// <summary>Part of a person's name, a user principal name or a device's name.</summary>
    public string? Search { get; init; }

    public DeviceState? State { get; init; }

    public string? PolicyId { get; init; }

    /// <summary><see cref="DevicePage.Next"/> of the previous page.</summary>
    public string? After { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

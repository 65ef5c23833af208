namespace MamConsole.Server.Devices;

/// <summary>A device in a list.</summary>
public sealed record DeviceRow
{
    public required string Id { get; init; }
    public required string PersonName { get; init; }
    public required string Upn { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>As DevInfo said; empty before its first call.</summary>
    public required string Model { get; init; }

    /// <summary>As enrollment said.</summary>
    public required string OsVersion { get; init; }
    public string? PolicyName { get; init; }

    /// <summary>The number of the version in force for it.</summary>
    public int? AssignedNumber { get; init; }

    /// <summary>The number of the version that it acknowledged, of whichever policy that was.</summary>
    public int? AcknowledgedNumber { get; init; }
    public required DeviceState State { get; init; }
    public required int Deviations { get; init; }
    public DateTimeOffset? LastContact { get; init; }
    public required DateTimeOffset EnrolledAt { get; init; }
}

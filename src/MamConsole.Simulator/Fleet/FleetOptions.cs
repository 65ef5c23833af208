namespace MamConsole.Simulator.Fleet;

/// <summary>The settings of a fleet.</summary>
public sealed record FleetOptions
{
    /// <summary>The enrollment address for devices that are not enrolled.</summary>
    public required Uri EnrollmentUrl { get; init; }

    /// <summary>The maximum number of devices in a session at the same time. At least 1.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>The real time over which the first enrollments are distributed.</summary>
    public TimeSpan EnrollOver { get; init; } = TimeSpan.Zero;

    /// <summary>The real time after which a device retries a failed enrollment.</summary>
    public TimeSpan EnrollAgainAfter { get; init; } = TimeSpan.FromSeconds(30);
}

namespace MamConsole.Simulator.Fleet;

/// <summary>How a fleet is led.</summary>
public sealed record FleetOptions
{
    /// <summary>Where devices that are not enrolled go.</summary>
    public required Uri EnrollmentUrl { get; init; }

    /// <summary>How many devices talk at the same time. At least 1.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>The real time over which the first enrollments are spread, device after device.</summary>
    public TimeSpan EnrollOver { get; init; } = TimeSpan.Zero;

    /// <summary>The real time before a device whose enrollment failed tries again.</summary>
    public TimeSpan EnrollAgainAfter { get; init; } = TimeSpan.FromSeconds(30);
}

using MamConsole.PolicyEngine.Deployment;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>The facts that determine a device's state.</summary>
internal sealed record DeviceStateFacts
{
    public required EnrolledDevice Enrollment { get; init; }

    public required DeviceSyncState SyncState { get; init; }

    /// <summary>The version that its assignment gives it now, by global id; 0 = no policy.</summary>
    public required long Assigned { get; init; }

    /// <summary>Whether the version that it acknowledged is in force and turns WIP on.</summary>
    public required bool RequiresWip { get; init; }

    /// <summary>Contact before this time is too long ago, in whole milliseconds as the database stores times.</summary>
    public required DateTimeOffset StaleBefore { get; init; }

    /// <summary>Before its first check-in, the enrollment counts as contact.</summary>
    public DateTimeOffset LastContact => SyncState.LastContact ?? Enrollment.EnrolledAt;
}

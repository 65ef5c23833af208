using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>The fleet in numbers. Each count by state is that of the list of devices filtered by it.</summary>
internal sealed record FleetOverview
{
    /// <summary>Enrolled devices by state; a state that no device is in may be absent.</summary>
    public required IReadOnlyDictionary<DeviceState, long> States { get; init; }

    /// <summary>Those that are up to date and whose values were read back.</summary>
    public required long ReadBack { get; init; }

    /// <summary>Run a version of Windows that enforces WIP, by what was reported at enrollment.</summary>
    public required long CanEnforceWip { get; init; }

    /// <summary>How many acknowledged which version last.</summary>
    public required IReadOnlyList<VersionCount> Versions { get; init; }

    public long Enrolled => States.Values.Sum();

    /// <summary>Acknowledged the version that is in force for them and have and enforce it; read back or not.</summary>
    public long UpToDate => In(DeviceState.UpToDate);

    /// <summary>Were sent something and have not acknowledged all of it.</summary>
    public long Sent => In(DeviceState.Sent);

    /// <summary>Have a change that is sent at their next check-in.</summary>
    public long Waiting => In(DeviceState.Pending);

    /// <summary>Rejected a setting or read back another value.</summary>
    public long Failed => In(DeviceState.Failed);

    /// <summary>A setting is deferred, unknown, rejected or differs.</summary>
    public long WithDeviations => Failed + In(DeviceState.Attention);

    /// <summary>Responded, but do not have or enforce every setting.</summary>
    public long Incomplete => WithDeviations + In(DeviceState.CannotEnforce);

    /// <summary>Have not checked in for <see cref="FleetCounters.StaleAfter"/>.</summary>
    public long Stale => In(DeviceState.Stale);

    /// <summary>What they have is unknown or does not matter any more: not seen, blocked or unenrolling.</summary>
    public long OutOfReach => Stale + In(DeviceState.Blocked) + In(DeviceState.Retiring);

    /// <summary>How many are in that state.</summary>
    public long In(DeviceState state) => States.GetValueOrDefault(state);
}

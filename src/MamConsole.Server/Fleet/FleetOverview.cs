namespace MamConsole.Server.Fleet;

/// <summary>The fleet in numbers, from maintained counters.</summary>
internal sealed record FleetOverview
{
    public required long Enrolled { get; init; }

    /// <summary>Acknowledged the version that is in force for them, read back or not.</summary>
    public required long UpToDate { get; init; }

    /// <summary>Those of them whose values were read back.</summary>
    public required long ReadBack { get; init; }

    /// <summary>Were sent something and have not answered in full.</summary>
    public required long Sent { get; init; }

    /// <summary>Wait for their next check-in.</summary>
    public required long Waiting { get; init; }

    /// <summary>Something is withheld, unknown, refused or differs.</summary>
    public required long WithDeviations { get; init; }

    /// <summary>Run a Windows that enforces WIP, as far as enrollment said.</summary>
    public required long CanEnforceWip { get; init; }

    /// <summary>Have not called for <see cref="FleetCounters.StaleAfter"/>.</summary>
    public required long Stale { get; init; }

    public required IReadOnlyList<VersionCount> Versions { get; init; }
}

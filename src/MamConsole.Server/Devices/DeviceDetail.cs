namespace MamConsole.Server.Devices;

/// <summary>Everything the help desk needs about one device.</summary>
public sealed record DeviceDetail
{
    public required DeviceRow Row { get; init; }

    /// <summary>One sentence to read aloud.</summary>
    public required string CallerSummary { get; init; }
    public required IReadOnlyList<string> NextSteps { get; init; }
    public required string Manufacturer { get; init; }
    public required string OsEdition { get; init; }

    /// <summary>Where the Windows version comes from, and of when it is.</summary>
    public required string OsVersionSource { get; init; }

    /// <summary>Null = not known.</summary>
    public bool? CanEnforceWip { get; init; }
    public string? PolicyId { get; init; }
    public required IReadOnlyList<SettingState> Settings { get; init; }
    public required IReadOnlyList<SettingDeviationState> Deviations { get; init; }

    /// <summary>Guessed from its polling rules and its last call; null when they say nothing.</summary>
    public DateTimeOffset? NextContact { get; init; }
    public required IReadOnlyList<PastEnrollment> Earlier { get; init; }
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Null where nobody was shown terms of use when it enrolled.</summary>
    public TermsSeen? Terms { get; init; }

    /// <summary>Why it has probably moved to MDM, in words; null when nothing speaks for it.</summary>
    public string? HasProbablyMoved { get; init; }

    /// <summary>How it leaves, or why nothing is sent to it.</summary>
    public required RemovalState Removal { get; init; }
}

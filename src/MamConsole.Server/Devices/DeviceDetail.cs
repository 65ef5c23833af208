namespace MamConsole.Server.Devices;

/// <summary>Everything the help desk needs about one device.</summary>
public sealed record DeviceDetail
{
    public required DeviceRow Row { get; init; }

    /// <summary>A summary of one or two sentences for the caller.</summary>
    public required string CallerSummary { get; init; }
    public required IReadOnlyList<string> NextSteps { get; init; }
    public required string Manufacturer { get; init; }
    public required string OsEdition { get; init; }

    /// <summary>The source and the date of the Windows version.</summary>
    public required string OsVersionSource { get; init; }

    /// <summary>Null = not known.</summary>
    public bool? CanEnforceWip { get; init; }
    public string? PolicyId { get; init; }
    public required IReadOnlyList<SettingState> Settings { get; init; }
    public required IReadOnlyList<SettingDeviationState> Deviations { get; init; }

    /// <summary>Estimated from its polling schedule and its last check-in; null when no estimate is possible.</summary>
    public DateTimeOffset? NextContact { get; init; }
    public required IReadOnlyList<PastEnrollment> Earlier { get; init; }
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Null when no terms of use were shown when it enrolled.</summary>
    public TermsSeen? Terms { get; init; }

    /// <summary>Why it has probably moved to MDM, as text; null when there is no sign of it.</summary>
    public string? HasProbablyMoved { get; init; }

    /// <summary>The progress of its removal, or why nothing is sent to it.</summary>
    public required RemovalState Removal { get; init; }
}

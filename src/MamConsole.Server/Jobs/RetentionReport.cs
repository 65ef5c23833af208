namespace MamConsole.Server.Jobs;

/// <summary>What is kept, what it takes, and where it leads.</summary>
public sealed record RetentionReport
{
    public required int SessionDays { get; init; }
    public required int SessionsPerDevice { get; init; }
    public required bool RecordIdleSessions { get; init; }

    /// <summary>0 = for ever.</summary>
    public required int EndedEnrollmentDays { get; init; }

    /// <summary>0 = for ever.</summary>
    public required int AuditDays { get; init; }
    public required DateTimeOffset MeasuredAt { get; init; }

    /// <summary>The whole database.</summary>
    public required long DatabaseBytes { get; init; }
    public required IReadOnlyList<HistoryReport> Kinds { get; init; }

    /// <summary>Bytes of the database when the oldest of what is pruned go, at this rate.</summary>
    public required long Reaches { get; init; }

    /// <summary>Bytes that come on top in a year from what is kept for ever.</summary>
    public required long GrowsInAYear { get; init; }

    /// <summary>The last time that something was removed, or could have been.</summary>
    public JobRun? LastRun { get; init; }
}

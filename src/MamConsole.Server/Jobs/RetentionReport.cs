namespace MamConsole.Server.Jobs;

/// <summary>The retention periods, the size of the history and its forecast.</summary>
public sealed record RetentionReport
{
    public required int SessionDays { get; init; }
    public required int SessionsPerDevice { get; init; }
    public required bool RecordIdleSessions { get; init; }

    /// <summary>0 = no limit.</summary>
    public required int EndedEnrollmentDays { get; init; }

    /// <summary>0 = no limit.</summary>
    public required int AuditDays { get; init; }
    public required DateTimeOffset MeasuredAt { get; init; }

    /// <summary>The size of the whole database in bytes.</summary>
    public required long DatabaseBytes { get; init; }
    public required IReadOnlyList<HistoryReport> Kinds { get; init; }

    /// <summary>The size of the database in bytes when the oldest expiring entries are removed, at this rate.</summary>
    public required long Reaches { get; init; }

    /// <summary>The bytes that entries without a retention limit add in a year.</summary>
    public required long GrowsInAYear { get; init; }

    /// <summary>The last run of the job that removes expired history; null before the first run.</summary>
    public JobRun? LastRun { get; init; }
}

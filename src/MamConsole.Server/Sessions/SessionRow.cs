namespace MamConsole.Server.Sessions;

/// <summary>A session in a list.</summary>
public sealed record SessionRow
{
    /// <summary>Unique over all devices; increases with time.</summary>
    public required string Id { get; init; }

    /// <summary>session or enrollment.</summary>
    public required string Kind { get; init; }

    /// <summary>A one-line summary: "12 commands, 11 OK, 1 rejected; 3 messages; 0.4 s".</summary>
    public required string Summary { get; init; }
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The time of the last message, or of the last session that is counted in this row.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>open, closed, aborted, unenrolled, replaced or lost.</summary>
    public required string Ending { get; init; }

    /// <summary>The number of sessions with nothing to do that this row combines.</summary>
    public required long Times { get; init; }
    public required long Messages { get; init; }

    /// <summary>The number of messages that were repeated or belonged to no session.</summary>
    public required long Extras { get; init; }

    /// <summary>The number of commands that changed settings, and of values that were requested.</summary>
    public required long Wrote { get; init; }
    public required long Requested { get; init; }
    public required long Done { get; init; }
    public required long Rejected { get; init; }
    public required long Unanswered { get; init; }

    /// <summary>The number of bytes transferred in both directions.</summary>
    public required long Bytes { get; init; }

    /// <summary>The overall result, for a badge.</summary>
    public required LineMark Mark { get; init; }
}

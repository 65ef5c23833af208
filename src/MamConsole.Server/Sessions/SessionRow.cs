namespace MamConsole.Server.Sessions;

/// <summary>A session in a list.</summary>
public sealed record SessionRow
{
    /// <summary>Unique over all devices; grows with time.</summary>
    public required string Id { get; init; }

    /// <summary>session or enrollment.</summary>
    public required string Kind { get; init; }

    /// <summary>What happened, in one line: "12 commands, 11 OK, 1 refused; 3 messages; 0.4 s".</summary>
    public required string Summary { get; init; }
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Of its last message, or of the last session that is counted in it.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>open, closed, aborted, unenrolled, replaced or lost.</summary>
    public required string Ending { get; init; }

    /// <summary>How many sessions with nothing to do it stands for.</summary>
    public required long Times { get; init; }
    public required long Messages { get; init; }

    /// <summary>Messages that came twice, or belonged to no session.</summary>
    public required long Extras { get; init; }

    /// <summary>What we asked to change, and which values we asked for.</summary>
    public required long Wrote { get; init; }
    public required long Requested { get; init; }
    public required long Done { get; init; }
    public required long Rejected { get; init; }
    public required long Unanswered { get; init; }

    /// <summary>Over the wire, both ways.</summary>
    public required long Bytes { get; init; }

    /// <summary>How well it went, for a mark.</summary>
    public required LineMark Mark { get; init; }
}

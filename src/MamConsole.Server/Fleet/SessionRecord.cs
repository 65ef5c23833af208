namespace MamConsole.Server.Fleet;

/// <summary>A session without its messages.</summary>
internal sealed record SessionRecord
{
    public required long Key { get; init; }
    public required long EnrollmentKey { get; init; }
    public required SessionRecordKind Kind { get; init; }

    /// <summary>The session id that the device assigned; devices reuse these ids. Empty for an enrollment.</summary>
    public required string SessionId { get; init; }
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The time of the last message of the session, or of the last session that is counted in it.</summary>
    public required DateTimeOffset LastAt { get; init; }
    public required SessionEnding Ending { get; init; }

    /// <summary>The number of idle sessions that are counted in this record; 1 otherwise.</summary>
    public required long Times { get; init; }

    /// <summary>Whether the session was idle: no command was sent, and nothing changed.</summary>
    public required bool IsIdle { get; init; }
    public required long Messages { get; init; }

    /// <summary>The number of messages that were repeated or belonged to no session.</summary>
    public required long Extras { get; init; }

    /// <summary>The number of sent commands that change something.</summary>
    public required long Wrote { get; init; }

    /// <summary>The number of requested values.</summary>
    public required long Requested { get; init; }
    public required long Done { get; init; }
    public required long Rejected { get; init; }
    public required long BytesIn { get; init; }
    public required long BytesOut { get; init; }

    /// <summary>The processing time of the server for all messages of the session.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The version that was assigned during the session; 0 = no version.</summary>
    public required long Assigned { get; init; }
    public required long AcknowledgedBefore { get; init; }
    public required long AcknowledgedAfter { get; init; }

    /// <summary>The number of commands without a status from the device.</summary>
    public long Unanswered => Math.Max(0, Wrote + Requested - Done - Rejected);
}

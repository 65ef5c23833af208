namespace MamConsole.Server.Fleet;

/// <summary>A session without its messages.</summary>
internal sealed record SessionRecord
{
    public required long Key { get; init; }
    public required long EnrollmentKey { get; init; }
    public required SessionRecordKind Kind { get; init; }

    /// <summary>As the device named the session; such names repeat. Empty for an enrollment.</summary>
    public required string SessionId { get; init; }
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Of its last message, or of the last of those sessions that are counted in it.</summary>
    public required DateTimeOffset LastAt { get; init; }
    public required SessionEnding Ending { get; init; }

    /// <summary>How many sessions with nothing to do this one stands for; 1 otherwise.</summary>
    public required long Times { get; init; }

    /// <summary>Whether nothing was to be done in it.</summary>
    public required bool IsIdle { get; init; }
    public required long Messages { get; init; }

    /// <summary>Messages that came twice, or belonged to no session.</summary>
    public required long Extras { get; init; }

    /// <summary>Commands of ours that change something.</summary>
    public required long Wrote { get; init; }

    /// <summary>Values that we asked for.</summary>
    public required long Requested { get; init; }
    public required long Done { get; init; }
    public required long Rejected { get; init; }
    public required long BytesIn { get; init; }
    public required long BytesOut { get; init; }

    /// <summary>What this server took to answer, all messages together.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The version that the session led to; 0 = nothing.</summary>
    public required long Assigned { get; init; }
    public required long AcknowledgedBefore { get; init; }
    public required long AcknowledgedAfter { get; init; }

    /// <summary>Commands that the device never spoke of.</summary>
    public long Unanswered => Math.Max(0, Wrote + Requested - Done - Rejected);
}

namespace MamConsole.Server.HelpDesk;

/// <summary>How a line of a conversation ended, to be shown as a mark beside its word.</summary>
public enum LineMark
{
    /// <summary>There is nothing to judge.</summary>
    None,
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>Refused, or not as it should be.</summary>
    Bad,
    /// <summary>Not known, or not there.</summary>
    Unknown,
}

/// <summary>A conversation in a list.</summary>
public sealed record ConversationRow
{
    /// <summary>Unique over all devices; grows with time.</summary>
    public required string Id { get; init; }

    /// <summary>session or enrollment.</summary>
    public required string Kind { get; init; }

    /// <summary>What happened, in one line: "asked 12, 11 done, 1 refused; 3 messages; 0.4 s".</summary>
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
    public required long Asked { get; init; }
    public required long Done { get; init; }
    public required long Refused { get; init; }
    public required long Unanswered { get; init; }

    /// <summary>Over the wire, both ways.</summary>
    public required long Bytes { get; init; }

    /// <summary>How well it went, for a mark.</summary>
    public required LineMark Mark { get; init; }
}

/// <summary>A page of conversations, newest first.</summary>
/// <param name="Rows">At most as many as asked for.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record ConversationPage(IReadOnlyList<ConversationRow> Rows, string? Next);

/// <summary>A version that a conversation was about.</summary>
/// <param name="PolicyId">Its policy.</param>
/// <param name="Name">The policy's name; "a policy" when it is not in force any more.</param>
/// <param name="Number">The version's number.</param>
public sealed record VersionMentioned(string PolicyId, string Name, int Number);

/// <summary>A whole conversation.</summary>
public sealed record ConversationDetail
{
    public required ConversationRow Row { get; init; }
    public required string DeviceId { get; init; }
    public required string PersonName { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>As the device named the session; such names repeat. Empty for an enrollment.</summary>
    public required string SessionId { get; init; }

    /// <summary>The version that it led to; null = nothing.</summary>
    public VersionMentioned? Assigned { get; init; }

    /// <summary>What the device had acknowledged before and after; null = nothing.</summary>
    public VersionMentioned? AcknowledgedBefore { get; init; }
    public VersionMentioned? AcknowledgedAfter { get; init; }

    /// <summary>When it will be removed; null when it stays as long as the enrollment.</summary>
    public DateTimeOffset? KeptUntil { get; init; }
    public required IReadOnlyList<ConversationExchange> Exchanges { get; init; }
}

/// <summary>A message of the device and our answer.</summary>
public sealed record ConversationExchange
{
    /// <summary>From 1, in the order in which they came.</summary>
    public required long Number { get; init; }

    /// <summary>As the device numbered it.</summary>
    public required long MessageId { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Milliseconds since our answer to the message before; null for the first.</summary>
    public double? AfterMilliseconds { get; init; }

    /// <summary>Milliseconds that answering took.</summary>
    public required double TookMilliseconds { get; init; }

    /// <summary>newSession, continuation, repeat or outOfPlace.</summary>
    public required string Kind { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public required int Status { get; init; }
    public required ConversationSide Message { get; init; }
    public required ConversationSide Answer { get; init; }

    /// <summary>Why a body is not kept.</summary>
    public string? Note { get; init; }
}

/// <summary>What one side said.</summary>
/// <param name="Bytes">As it went over the wire.</param>
/// <param name="Lines">In words.</param>
/// <param name="Xml">The masked XML, with line breaks; null when it is not kept.</param>
public sealed record ConversationSide(long Bytes, IReadOnlyList<ConversationLine> Lines, string? Xml);

/// <summary>One thing that was said.</summary>
/// <param name="Words">In words.</param>
public sealed record ConversationLine(string Words)
{
    public LineMark Mark { get; init; }

    /// <summary>The mark's word: "Refused (405)".</summary>
    public string? MarkWords { get; init; }

    /// <summary>A value, or why.</summary>
    public string? Detail { get; init; }

    /// <summary>What it is on the wire: "command 1001", "token hidden".</summary>
    public string? Meta { get; init; }

    /// <summary>The node.</summary>
    public string? LocUri { get; init; }
}

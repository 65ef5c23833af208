using MamConsole.Protocol.Session;

namespace MamConsole.Server.Fleet;

/// <summary>What a conversation is about. Stored by number: never renumber.</summary>
internal enum ConversationKind
{
    /// <summary>A management session.</summary>
    Session = 1,
    /// <summary>The exchange that enrolled the device.</summary>
    Enrollment = 2,
}

/// <summary>How a conversation ended. Stored by number: never renumber.</summary>
internal enum ConversationEnding
{
    /// <summary>Not yet.</summary>
    Open = 0,
    /// <summary>Neither side had more to say.</summary>
    Closed = 1,
    /// <summary>The device gave it up.</summary>
    Aborted = 2,
    /// <summary>The device said that it leaves.</summary>
    Unenrolled = 3,
    /// <summary>The device began another one in between.</summary>
    Replaced = 4,
    /// <summary>The device was not heard again.</summary>
    Lost = 5,
}

/// <summary>A conversation without its messages.</summary>
internal sealed record Conversation
{
    public required long Key { get; init; }
    public required long EnrollmentKey { get; init; }
    public required ConversationKind Kind { get; init; }

    /// <summary>As the device named the session; such names repeat. Empty for an enrollment.</summary>
    public required string SessionId { get; init; }
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Of its last message, or of the last of those sessions that are counted in it.</summary>
    public required DateTimeOffset LastAt { get; init; }
    public required ConversationEnding Ending { get; init; }

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
    public required long Asked { get; init; }
    public required long Done { get; init; }
    public required long Refused { get; init; }
    public required long BytesIn { get; init; }
    public required long BytesOut { get; init; }

    /// <summary>What this server took to answer, all messages together.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>The version that the session led to; 0 = nothing.</summary>
    public required long Assigned { get; init; }
    public required long AcknowledgedBefore { get; init; }
    public required long AcknowledgedAfter { get; init; }

    /// <summary>Commands that the device never spoke of.</summary>
    public long Unanswered => Math.Max(0, Wrote + Asked - Done - Refused);
}

/// <summary>One message of a conversation and our answer.</summary>
internal sealed record ConversationMessage
{
    /// <summary>From 1, in the order in which they came.</summary>
    public required long Number { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required TimeSpan Took { get; init; }
    public required TurnKind Kind { get; init; }

    /// <summary>As the device numbered it.</summary>
    public required long MessageId { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>As they went over the wire.</summary>
    public required long RequestBytes { get; init; }
    public required long AnswerBytes { get; init; }

    /// <summary>Masked; null when it is not kept.</summary>
    public byte[]? Request { get; init; }
    public byte[]? Answer { get; init; }

    /// <summary>Why a body is not kept; null when both are.</summary>
    public string? Note { get; init; }
}

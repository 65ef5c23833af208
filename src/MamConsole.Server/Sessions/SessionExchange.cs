namespace MamConsole.Server.Sessions;

/// <summary>A message of the device and our answer.</summary>
public sealed record SessionExchange
{
    /// <summary>From 1, in the order in which they came.</summary>
    public required long Number { get; init; }

    /// <summary>As the device numbered it.</summary>
    public required long MessageId { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Milliseconds since our answer to the message before; null for the first.</summary>
    public double? AfterMilliseconds { get; init; }

    /// <summary>Milliseconds that answering took.</summary>
    public required double DurationMilliseconds { get; init; }

    /// <summary>newSession, continuation, repeat or outOfPlace.</summary>
    public required string Kind { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public required int Status { get; init; }
    public required TranscriptSide Message { get; init; }
    public required TranscriptSide Answer { get; init; }

    /// <summary>Why a body is not kept.</summary>
    public string? Note { get; init; }
}

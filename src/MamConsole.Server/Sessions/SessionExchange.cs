namespace MamConsole.Server.Sessions;

/// <summary>A message of the device and the response of the server.</summary>
public sealed record SessionExchange
{
    /// <summary>Starts at 1, in the order of receipt.</summary>
    public required long Number { get; init; }

    /// <summary>The message id that the device assigned.</summary>
    public required long MessageId { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Milliseconds since the response to the previous message; null for the first one.</summary>
    public double? AfterMilliseconds { get; init; }

    /// <summary>Milliseconds that processing the message took.</summary>
    public required double DurationMilliseconds { get; init; }

    /// <summary>newSession, continuation, repeat or outOfPlace.</summary>
    public required string Kind { get; init; }

    /// <summary>The HTTP status of the response.</summary>
    public required int Status { get; init; }
    public required TranscriptSide Message { get; init; }
    public required TranscriptSide Answer { get; init; }

    /// <summary>Why the messages are not stored; null when they are.</summary>
    public string? Note { get; init; }
}

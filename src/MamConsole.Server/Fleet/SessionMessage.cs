using MamConsole.Protocol.Session;

namespace MamConsole.Server.Fleet;

/// <summary>A message of a session and the response of the server.</summary>
internal sealed record SessionMessage
{
    /// <summary>The number of the message, from 1, in the order of arrival.</summary>
    public required long Number { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required TimeSpan Duration { get; init; }
    public required PackageKind Kind { get; init; }

    /// <summary>The message id that the device assigned.</summary>
    public required long MessageId { get; init; }

    /// <summary>The HTTP status of the response.</summary>
    public required int Status { get; init; }

    /// <summary>The size of the request on the wire, in bytes.</summary>
    public required long RequestBytes { get; init; }
    public required long AnswerBytes { get; init; }

    /// <summary>The request with masked secrets; null when it is not stored.</summary>
    public byte[]? Request { get; init; }
    public byte[]? Answer { get; init; }

    /// <summary>Why a body is not stored; null when both bodies are stored.</summary>
    public string? Note { get; init; }
}

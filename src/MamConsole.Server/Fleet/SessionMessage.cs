using MamConsole.Protocol.Session;

namespace MamConsole.Server.Fleet;

/// <summary>One message of a session and our answer.</summary>
internal sealed record SessionMessage
{
    /// <summary>From 1, in the order in which they came.</summary>
    public required long Number { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required TimeSpan Duration { get; init; }
    public required PackageKind Kind { get; init; }

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

using System.Collections.Immutable;
using MamConsole.Protocol.Session;

namespace MamConsole.Simulator;

/// <summary>How a session went, as the device saw it.</summary>
public sealed record SyncReport
{
    public required SyncOutcome Outcome { get; init; }

    /// <summary>Why it did not complete, in words; "" when it did.</summary>
    public string Detail { get; init; } = "";

    /// <summary>As sent in SyncHdr; null when no session began.</summary>
    public string? SessionId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Everything the server asked for, in order, each with the status that the device gave it.</summary>
    public ImmutableArray<ExecutedCommand> Commands { get; init; } = [];

    /// <summary>What went over the wire, repeated messages too.</summary>
    public ImmutableArray<Exchange> Exchanges { get; init; } = [];

    /// <summary>How long the server asked to wait (HTTP 429).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The commands that failed.</summary>
    public IEnumerable<ExecutedCommand> Failures => Commands.Where(command => !command.Code.IsSuccess);
}

/// <summary>One request and its answer.</summary>
/// <param name="Sent">The message's bytes.</param>
/// <param name="Received">The answer's; null when none came.</param>
public sealed record Exchange(ReadOnlyMemory<byte> Sent, ReadOnlyMemory<byte>? Received);

/// <summary>How a session ended.</summary>
public enum SyncOutcome
{
    /// <summary>The server had nothing more to ask.</summary>
    Completed,

    /// <summary>The device is not enrolled.</summary>
    NotEnrolled,

    /// <summary>The device has no network: nothing was sent.</summary>
    Offline,

    /// <summary>The server could not be reached.</summary>
    NoConnection,

    /// <summary>The server answered with an HTTP error.</summary>
    HttpFailed,

    /// <summary>The server did not take the message: another status than 200 or 212 on its header.</summary>
    Refused,

    /// <summary>The server gave the session up, or the device did.</summary>
    Aborted,

    /// <summary>The answer was none that a device understands.</summary>
    Misunderstood,

    /// <summary>An answer was lost on the way, and the device gave up.</summary>
    AnswerLost,

    /// <summary>The device did what it was asked and died before it could say so.</summary>
    Crashed,

    /// <summary>The device is no longer enrolled.</summary>
    Unenrolled,
}

/// <summary>How an enrollment went.</summary>
/// <param name="Account">What it left; null when it failed.</param>
/// <param name="HResult">What Windows would show, such as <c>0x80180013</c>; null when it succeeded.</param>
/// <param name="Detail">In words.</param>
public sealed record EnrollmentReport(DeviceAccount? Account, string? HResult, string Detail)
{
    public bool Succeeded => Account is not null;
}

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

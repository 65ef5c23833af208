using System.Collections.Immutable;
using MamConsole.Protocol.Session;

namespace MamConsole.Simulator;

/// <summary>The result of a session from the view of the device.</summary>
public sealed record SyncReport
{
    public required SyncOutcome Outcome { get; init; }

    /// <summary>Why the session did not complete, as text; empty when it did.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The SessionID of SyncHdr; null when no session began.</summary>
    public string? SessionId { get; init; }

    /// <summary>The start of the session.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>All commands of the server in order, each with the status that the device returned.</summary>
    public ImmutableArray<ExecutedCommand> Commands { get; init; } = [];

    /// <summary>All exchanges on the wire, including repeated messages.</summary>
    public ImmutableArray<Exchange> Exchanges { get; init; } = [];

    /// <summary>The delay that the server requested (HTTP 429); null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The commands that failed.</summary>
    public IEnumerable<ExecutedCommand> Failures => Commands.Where(command => !command.Code.IsSuccess);
}

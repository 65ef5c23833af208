using MamConsole.PolicyEngine.DeviceActions;

namespace MamConsole.Server.Fleet;

/// <summary>A device action: a command that is requested once for one device.</summary>
internal sealed record DeviceCommand
{
    /// <summary>The maximum number of times that a command is sent: once per session, until it is answered.</summary>
    public const int MaximumAttempts = 3;

    /// <summary>How long a command stays queued for the device.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How long an Unenroll command stays queued. It is long because a PC may be switched off for months.</summary>
    public static readonly TimeSpan UnenrollLifetime = TimeSpan.FromDays(365);

    /// <summary>
    /// A PC may unenroll without an answer. After this time without an answer the Unenroll command counts as stale, as a session does
    /// (docs/reference/protocol.md §4.3, §6.1).
    /// </summary>
    public static readonly TimeSpan UnenrollStaleAfter = SessionLog.StaleAfter;

    /// <summary>The key of the row, ascending in the order of the requests; 0 before the command is stored.</summary>
    public long Key { get; init; }

    /// <summary>The public id: a Guid of version 7.</summary>
    public required string Id { get; init; }
    public required DeviceActionCommand Command { get; init; }
    public required CommandState State { get; init; }
    public int Attempts { get; init; }
    public required Guid RequestedById { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the command was last sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The id, assigned by the device, of the session in which the command was last sent.</summary>
    public string? SessionId { get; init; }

    /// <summary>When the command was answered or ended otherwise.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    public DeviceActionResult? Result { get; init; }

    /// <summary>The idempotency key of the caller: a repeated request with the same key does not queue a second command.</summary>
    public string? IdempotencyKey { get; init; }

    public static CommandKind KindOf(DeviceActionCommand command) =>
        command.Match(_ => CommandKind.ReadNodes, _ => CommandKind.Unenroll, _ => CommandKind.RetrieveLogs, _ => CommandKind.VerifyHealth);
}

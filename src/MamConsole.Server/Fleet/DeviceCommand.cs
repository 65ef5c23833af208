using MamConsole.PolicyEngine.DeviceActions;

namespace MamConsole.Server.Fleet;

/// <summary>Something that a person asked of one device once.</summary>
internal sealed record DeviceCommand
{
    /// <summary>How often a command is sent at most: once in a session, until it is answered.</summary>
    public const int MaximumAttempts = 3;

    /// <summary>How long a command waits for the device.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How long the way out waits: as long as a PC may lie in a drawer.</summary>
    public static readonly TimeSpan UnenrollLifetime = TimeSpan.FromDays(365);

    /// <summary>
    /// A PC may unenroll without an answer: after this long without one it counts as stale, as a session does (docs/reference/protocol.md
    /// §4.3, §6.1).
    /// </summary>
    public static readonly TimeSpan UnenrollStaleAfter = SessionLog.StaleAfter;

    /// <summary>In the order of asking; 0 before it is stored.</summary>
    public long Key { get; init; }

    /// <summary>As people see it: a Guid of version 7.</summary>
    public required string Id { get; init; }
    public required DeviceActionCommand Command { get; init; }
    public required CommandState State { get; init; }
    public int Attempts { get; init; }
    public required Guid RequestedById { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The last time that it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The session in which that was, as the device names it.</summary>
    public string? SessionId { get; init; }

    /// <summary>When it was answered, or ended otherwise.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    public DeviceActionResult? Result { get; init; }

    /// <summary>What the caller named it by, so that asking twice asks once.</summary>
    public string? IdempotencyKey { get; init; }

    public static CommandKind KindOf(DeviceActionCommand command) =>
        command.Match(_ => CommandKind.ReadNodes, _ => CommandKind.Unenroll, _ => CommandKind.RetrieveLogs, _ => CommandKind.VerifyHealth);
}

using System.Collections.Immutable;

namespace MamConsole.Protocol.Session;

/// <summary>The interpreted content of one message of a device.</summary>
public sealed record ReceivedPackage
{
    public required PackageKind Kind { get; init; }

    /// <summary>The statuses of the sent commands, each once. Only a <see cref="PackageKind.Continuation"/> has any.</summary>
    public ImmutableArray<CommandVerdict> Verdicts { get; init; } = [];

    /// <summary>The values of the sent Gets, each once. Only a <see cref="PackageKind.Continuation"/> has any.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>The sent commands after this message; those without a status are not <see cref="SentCommand.Answered"/>.</summary>
    public ImmutableArray<SentCommand> Outstanding { get; init; } = [];

    /// <summary>The commands without a status. After its Final, the device will send none: their result stays unknown.</summary>
    public IEnumerable<SentCommand> Unanswered => Outstanding.Where(command => !command.Answered);

    public ImmutableArray<DeviceAlert> Alerts { get; init; } = [];

    public LoginStatus LoginStatus { get; init; }

    /// <summary>The Entra user token of the 1224 alert, or null. A secret: never stored, never logged.</summary>
    public string? UserToken { get; init; }

    /// <summary>
    /// Whether the device unenrolls: alert 1226 <c>com.microsoft:mdm.unenrollment.userrequest</c>. It is sent once at most
    /// (docs/reference/protocol.md §6.2).
    /// </summary>
    public bool Unenrolls { get; init; }

    /// <summary>Whether the device aborts the session: alert 1223.</summary>
    public bool Aborts { get; init; }

    /// <summary>Whether the message has no Final: the device will send another one first, and gets no commands before.</summary>
    public bool RequestsNext { get; init; }

    /// <summary>Whether the device is still processing the commands (docs/reference/protocol.md §3.10).</summary>
    public bool IsHeartbeat { get; init; }

    /// <summary>
    /// The leaves of <c>./DevInfo</c> in a Replace, by name (<c>DevId</c>, <c>Man</c>, <c>Mod</c>, <c>DmV</c>, <c>Lang</c>), each truncated
    /// to 256 characters.
    /// </summary>
    public ImmutableDictionary<string, string> DeviceInfo { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// The maximum message size of the device in bytes; null when this message does not contain it. The value is not validated.
    /// </summary>
    public long? MaxMessageSize { get; init; }

    /// <summary>
    /// The number of statuses and results that belong to no sent command, are repeated, or arrived in invalid chunks. They are ignored.
    /// </summary>
    public int DroppedAnswers { get; init; }

    /// <summary>The statuses for the device's commands, in order.</summary>
    public ImmutableArray<PendingStatus> PendingStatuses { get; init; } = [];

    /// <summary>An incomplete large object; null for none.</summary>
    public PartialReading? Chunk { get; init; }

    /// <summary>Whether the last chunk of a large object is missing; the response then contains alert 1225.</summary>
    public bool ChunkLost { get; init; }

    /// <summary>
    /// Whether the response may contain commands: the message is in sequence, complete, and does not unenroll. The caller evaluates
    /// LoginStatus and token.
    /// </summary>
    public bool AcceptsCommands =>
        Kind is PackageKind.NewSession or PackageKind.Continuation && Ending == ReplyEnding.Final && !Aborts && !Unenrolls;

    /// <summary>The ending of the response.</summary>
    public ReplyEnding Ending =>
        IsHeartbeat ? ReplyEnding.Open
        : RequestsNext ? ReplyEnding.NextMessage
        : ReplyEnding.Final;

    /// <summary>Returns only the kind, so that content of the message, in particular the token, is never logged by accident.</summary>
    public override string ToString() => $"{nameof(ReceivedPackage)} {{ {Kind} }}";
}

using System.Collections.Immutable;

namespace MamConsole.Protocol.Session;

/// <summary>What one message of a device means.</summary>
public sealed record ReceivedPackage
{
    public required PackageKind Kind { get; init; }

    /// <summary>The statuses for our commands, each once. Only a <see cref="PackageKind.Continuation"/> has any.</summary>
    public ImmutableArray<CommandVerdict> Verdicts { get; init; } = [];

    /// <summary>The values for our Gets, each once. Only a <see cref="PackageKind.Continuation"/> has any.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>Our commands after this message; those without a status are not <see cref="SentCommand.Answered"/>.</summary>
    public ImmutableArray<SentCommand> Outstanding { get; init; } = [];

    /// <summary>Commands that the device still owes a status for. After its Final it will send none: their outcome stays unknown.</summary>
    public IEnumerable<SentCommand> Unanswered => Outstanding.Where(command => !command.Answered);

    public ImmutableArray<DeviceAlert> Alerts { get; init; } = [];

    public LoginStatus LoginStatus { get; init; }

    /// <summary>The Entra user token of the 1224 alert, or null. A secret: never stored, never logged.</summary>
    public string? UserToken { get; init; }

    /// <summary>
    /// The device leaves: alert 1226 <c>com.microsoft:mdm.unenrollment.userrequest</c>. It is sent once at best (docs/reference/protocol.md
    /// §6.2).
    /// </summary>
    public bool Unenrolls { get; init; }

    /// <summary>The device gives the session up: alert 1223.</summary>
    public bool Aborts { get; init; }

    /// <summary>The message has no Final: the device has more to say, and gets no commands before.</summary>
    public bool RequestsNext { get; init; }

    /// <summary>The device is still at work on our commands (docs/reference/protocol.md §3.10).</summary>
    public bool IsHeartbeat { get; init; }

    /// <summary>
    /// What Replace says of <c>./DevInfo</c>, by leaf (<c>DevId</c>, <c>Man</c>, <c>Mod</c>, <c>DmV</c>, <c>Lang</c>), each cut at 256
    /// characters.
    /// </summary>
    public ImmutableDictionary<string, string> DeviceInfo { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The largest message that the device takes, in bytes, when this one says so; may be absurd.</summary>
    public long? MaxMessageSize { get; init; }

    /// <summary>
    /// Statuses and results that answer nothing we asked, or come twice, or came in broken chunks. They count for nothing.
    /// </summary>
    public int DroppedAnswers { get; init; }

    /// <summary>The statuses for the device's own commands, in their order.</summary>
    public ImmutableArray<PendingStatus> PendingStatuses { get; init; } = [];

    /// <summary>A large object that is not complete yet.</summary>
    public PartialReading? Chunk { get; init; }

    /// <summary>Something else came before the last chunk of a large object: the answer says so by alert 1225.</summary>
    public bool ChunkLost { get; init; }

    /// <summary>
    /// Whether the answer may carry commands: the message is in place, complete, and not a farewell. LoginStatus and token are for the
    /// caller to weigh.
    /// </summary>
    public bool AcceptsCommands =>
        Kind is PackageKind.NewSession or PackageKind.Continuation && Ending == ReplyEnding.Final && !Aborts && !Unenrolls;

    /// <summary>How the answer ends.</summary>
    public ReplyEnding Ending =>
        IsHeartbeat ? ReplyEnding.Open
        : RequestsNext ? ReplyEnding.NextMessage
        : ReplyEnding.Final;

    /// <summary>The kind alone: what a device says, its token first of all, must not come into a log by accident.</summary>
    public override string ToString() => $"Turn {{ {Kind} }}";
}

using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>How a message stands to the session that the server remembers (protocol.md §4.1).</summary>
public enum TurnKind
{
    /// <summary>MsgID 1, or an alert 1200/1201: a session begins, and whatever was live is over, under the same id too.</summary>
    NewSession,
    /// <summary>The next message of the live session.</summary>
    Continuation,
    /// <summary>The last message once more: the answer is repeated byte for byte, and nothing changes.</summary>
    Repeat,
    /// <summary>Of no session that is live, or with a gap: nothing that it says is taken.</summary>
    OutOfPlace,
}

/// <summary>Whose session it is, as the LoginStatus alert says (protocol.md §3.11). No credential.</summary>
public enum LoginStatus
{
    /// <summary>The alert is not there or says something else.</summary>
    Absent,
    /// <summary>The enrolled person is logged on.</summary>
    User,
    /// <summary>Somebody else is.</summary>
    Others,
    /// <summary>Nobody is.</summary>
    None,
}

/// <summary>The status of a command that we sent.</summary>
/// <param name="Command">The command.</param>
/// <param name="Code">The first status that came for it; later ones are dropped.</param>
/// <param name="OriginalError">Windows' HRESULT beside it.</param>
public sealed record CommandVerdict(SentCommand Command, StatusCode Code, string? OriginalError);

/// <summary>A value that a Get of ours asked for and got.</summary>
/// <param name="CmdId">The Get's CmdID.</param>
/// <param name="LocUri">The node.</param>
/// <param name="Format">Meta/Format, null when the device named none (then <c>chr</c>).</param>
/// <param name="Data">The value; "" when the item held none.</param>
public sealed record Reading(string CmdId, string LocUri, string? Format, string Data);

/// <summary>An alert of the device (protocol.md §3.11). The user token's text is never here.</summary>
/// <param name="Code">1201, 1224, 1226 …</param>
/// <param name="Type">The item's type, trimmed, cut at 256 characters; null for an alert without one.</param>
/// <param name="Data">The item's data, cut at 4,096 characters.</param>
/// <param name="Mark">How it is meant (<c>critical</c> …), cut at 256 characters.</param>
/// <param name="Source">The node it is about, cut at 1,024 characters.</param>
public sealed record DeviceAlert(int Code, string? Type, string? Data, string? Mark, string? Source)
{
    /// <summary>What it says.</summary>
    public DeviceAlertKind Kind => DeviceAlerts.KindOf(Code, Type);
}

/// <summary>A status that the server owes for a command of the device. Kept with the session, so that a repeated message gets the same bytes.</summary>
/// <param name="CmdRef">The CmdID answered; "" when the command had none.</param>
/// <param name="Command">Its element's name.</param>
/// <param name="Code">The verdict.</param>
public sealed record OwedStatus(string CmdRef, string Command, StatusCode Code);

/// <summary>How an answer ends.</summary>
public enum ReplyEnding
{
    /// <summary>With Final, commands or not: the rule.</summary>
    Final,
    /// <summary>With alert 1222 and no Final: the device has more to say first (protocol.md §3.9).</summary>
    NextMessage,
    /// <summary>With neither: the answer to a heartbeat (protocol.md §3.10).</summary>
    Open,
}

/// <summary>What one message of a device means.</summary>
public sealed record Turn
{
    public required TurnKind Kind { get; init; }

    /// <summary>The statuses for our commands, each once. Only a <see cref="TurnKind.Continuation"/> has any.</summary>
    public ImmutableArray<CommandVerdict> Verdicts { get; init; } = [];

    /// <summary>The values for our Gets, each once. Only a <see cref="TurnKind.Continuation"/> has any.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>Our commands after this message; those without a status are not <see cref="SentCommand.Answered"/>.</summary>
    public ImmutableArray<SentCommand> Outstanding { get; init; } = [];

    /// <summary>Commands that the device still owes a status for. After its Final it will send none: their outcome stays unknown.</summary>
    public IEnumerable<SentCommand> Unanswered => Outstanding.Where(command => !command.Answered);

    public ImmutableArray<DeviceAlert> Alerts { get; init; } = [];

    public LoginStatus LoginStatus { get; init; }

    /// <summary>The Entra user token of the 1224 alert, or null. A secret: never stored, never logged.</summary>
    public string? UserToken { get; init; }

    /// <summary>The device leaves: alert 1226 <c>com.microsoft:mdm.unenrollment.userrequest</c>. It is sent once at best (protocol.md §6.2).</summary>
    public bool Unenrolls { get; init; }

    /// <summary>The device gives the session up: alert 1223.</summary>
    public bool Aborts { get; init; }

    /// <summary>The message has no Final: the device has more to say, and gets no commands before.</summary>
    public bool WantsNext { get; init; }

    /// <summary>The device is still at work on our commands (protocol.md §3.10).</summary>
    public bool IsHeartbeat { get; init; }

    /// <summary>
    /// What Replace says of <c>./DevInfo</c>, by leaf (<c>DevId</c>, <c>Man</c>, <c>Mod</c>, <c>DmV</c>, <c>Lang</c>), each cut at 256 characters.
    /// </summary>
    public ImmutableDictionary<string, string> DeviceInfo { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The largest message that the device takes, in bytes, when this one says so; may be absurd.</summary>
    public long? MaxMessageSize { get; init; }

    /// <summary>Statuses and results that answer nothing we asked, or come twice, or came in broken chunks. They count for nothing.</summary>
    public int DroppedAnswers { get; init; }

    /// <summary>The statuses for the device's own commands, in their order.</summary>
    public ImmutableArray<OwedStatus> Owed { get; init; } = [];

    /// <summary>A large object that is not complete yet.</summary>
    public PartialReading? Chunk { get; init; }

    /// <summary>Something else came before the last chunk of a large object: the answer says so by alert 1225.</summary>
    public bool ChunkLost { get; init; }

    /// <summary>
    /// Whether the answer may carry commands: the message is in place, complete, and not a farewell. LoginStatus and token are for the caller to weigh.
    /// </summary>
    public bool TakesCommands => Kind is TurnKind.NewSession or TurnKind.Continuation && Ending == ReplyEnding.Final && !Aborts && !Unenrolls;

    /// <summary>How the answer ends.</summary>
    public ReplyEnding Ending => IsHeartbeat ? ReplyEnding.Open : WantsNext ? ReplyEnding.NextMessage : ReplyEnding.Final;

    /// <summary>The kind alone: what a device says, its token first of all, must not come into a log by accident.</summary>
    public override string ToString() => $"Turn {{ {Kind} }}";
}

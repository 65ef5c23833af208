using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>
/// The server's end of a session as pure functions (docs/reference/protocol.md §4): a message and what is remembered in, its meaning and
/// the answer out. Who the device is,
/// what it may have and what is stored are the caller's.
/// </summary>
public static class ServerSession
{
    /// <summary>A large object's limit in bytes: 1 MiB.</summary>
    public const int MaxObjectBytes = 1024 * 1024;

    /// <summary>The name under which a message's bytes are remembered: SHA-256 in hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexString(SHA256.HashData(body));

    /// <summary>What a message means.</summary>
    /// <param name="message">The message.</param>
    /// <param name="bodyHash">The hash of its bytes (<see cref="HashOf"/>).</param>
    /// <param name="live">
    /// What is remembered of this enrollment, or null. Sessions idle for longer than a quarter of an hour are for the caller to forget; so
    /// is a last message
    /// older than a few minutes, because a new session's first message can be byte for byte that of the one before
    /// (docs/reference/protocol.md §4.1, §4.3).
    /// </param>
    public static ReceivedPackage Receive(SyncMLMessage message, string bodyHash, LiveSession? live)
    {
        ArgumentNullException.ThrowIfNull(message);
        var kind = KindOf(message, bodyHash, live);
        return new ReceivedMessage(message, kind, live).ToPackage();
    }

    /// <summary>
    /// What is to be remembered once the answer is committed; null when nothing needs to be: no command is out and the device owes no more.
    /// </summary>
    /// <param name="message">The message that was answered.</param>
    /// <param name="bodyHash">The hash of its bytes.</param>
    /// <param name="before">What was remembered.</param>
    /// <param name="package">What the message meant; one that is not in place changes nothing.</param>
    /// <param name="sent">The commands of the answer.</param>
    public static LiveSession? Advance(
        SyncMLMessage message,
        string bodyHash,
        LiveSession? before,
        ReceivedPackage package,
        ImmutableArray<SyncCommand> sent
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(package);
        if (package.Kind is PackageKind.Repeat or PackageKind.OutOfOrder)
        {
            return before;
        }

        var (session, id) = (message.Header.SessionId, message.Header.MessageId);
        if (sent.Length > 0)
        {
            return new LiveSession(session, id, bodyHash, id, SentCommand.Of(sent));
        }

        if (package.Ending == ReplyEnding.Final)
        {
            return null;
        }

        var sentIn = package.Kind == PackageKind.Continuation ? before!.SentIn : 0;
        return new LiveSession(session, id, bodyHash, sentIn, package.Outstanding, package.Chunk);
    }

    /// <summary>
    /// The answer to a message: the header's status, the owed ones, then the commands (docs/reference/protocol.md §3.5, §3.7, §3.9, §3.10).
    /// </summary>
    /// <param name="request">The message; its MsgID is ours too, its Source our Target.</param>
    /// <param name="package">What it means.</param>
    /// <param name="commands">What is asked of the device, with CmdIDs of their own above those of the statuses.</param>
    /// <param name="serverAddress">Our configured address; never what the device wrote into Target.</param>
    /// <exception cref="ArgumentException">There are commands and the device must not get any now.</exception>
    public static SyncMLMessage Reply(
        SyncMLMessage request,
        ReceivedPackage package,
        ImmutableArray<SyncCommand> commands,
        string serverAddress
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(package);
        if (commands.Length > 0 && !package.AcceptsCommands)
        {
            throw new ArgumentException(
                "The device must not get commands now: it has more to say, leaves, or is out of place.",
                nameof(commands)
            );
        }

        var header = request.Header;
        return Build(
            header.SessionId,
            header.MessageId,
            header.Source,
            package.PendingStatuses,
            commands,
            StatusCode.Ok,
            package.Ending,
            package.ChunkLost,
            serverAddress
        );
    }

    /// <summary>The same answer from what is stored: for a message that comes again after commands were sent for it.</summary>
    /// <param name="sessionId">The message's SessionID.</param>
    /// <param name="messageId">Its MsgID.</param>
    /// <param name="deviceId">Its Source.</param>
    /// <param name="pending">The statuses as they were owed (<see cref="ReceivedPackage.PendingStatuses"/>).</param>
    /// <param name="commands">The commands as they were sent.</param>
    /// <param name="serverAddress">Our configured address.</param>
    /// <param name="ending">How the answer ended; one with commands ends with Final.</param>
    /// <param name="chunkLost">As <see cref="ReceivedPackage.ChunkLost"/> was.</param>
    public static SyncMLMessage Reply(
        string sessionId,
        int messageId,
        string deviceId,
        ImmutableArray<PendingStatus> pending,
        ImmutableArray<SyncCommand> commands,
        string serverAddress,
        ReplyEnding ending = ReplyEnding.Final,
        bool chunkLost = false
    ) => Build(sessionId, messageId, deviceId, pending, commands, StatusCode.Ok, ending, chunkLost, serverAddress);

    /// <summary>
    /// The answer to a message that is not from whom it should be: the code for the header and for each command, no command, no challenge
    /// (docs/reference/protocol.md §2.5).
    /// </summary>
    /// <param name="request">The message.</param>
    /// <param name="code">401 for a bad token, 407 for none.</param>
    /// <param name="serverAddress">Our configured address.</param>
    public static SyncMLMessage Reject(SyncMLMessage request, StatusCode code, string serverAddress)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pending = request
            .Commands.Where(command => command is not SyncCommand.Status)
            .Select(command => new PendingStatus(command.CmdId, command.Name, code));
        var header = request.Header;
        return Build(
            header.SessionId,
            header.MessageId,
            header.Source,
            [.. pending],
            [],
            code,
            ReplyEnding.Final,
            chunkLost: false,
            serverAddress
        );
    }

    /// <summary>
    /// The repeat is told first; then the start of a session, because session ids repeat (docs/reference/protocol.md §4.1 steps 3 and 4).
    /// </summary>
    private static PackageKind KindOf(SyncMLMessage message, string bodyHash, LiveSession? live)
    {
        var header = message.Header;
        var same = live is not null && live.SessionId == header.SessionId;
        if (same && live!.LastMessageId == header.MessageId && live.LastBodyHash == bodyHash)
        {
            return PackageKind.Repeat;
        }

        if (header.MessageId == 1 || message.Commands.Any(command => command is SyncCommand.Alert { Code: 1200 or 1201 }))
        {
            return PackageKind.NewSession;
        }

        return same && header.MessageId == live!.LastMessageId + 1L ? PackageKind.Continuation : PackageKind.OutOfOrder;
    }

    private static SyncMLMessage Build(
        string sessionId,
        int messageId,
        string deviceId,
        ImmutableArray<PendingStatus> pending,
        ImmutableArray<SyncCommand> commands,
        StatusCode header,
        ReplyEnding ending,
        bool chunkLost,
        string serverAddress
    )
    {
        var body = ImmutableArray.CreateBuilder<SyncCommand>(pending.Length + commands.Length + 3);
        body.Add(new SyncCommand.Status(NextId(), messageId, SyncMLNames.HeaderRef, SyncMLNames.Header, header));
        foreach (var status in pending)
        {
            body.Add(new SyncCommand.Status(NextId(), messageId, status.CmdRef, status.Command, status.Code));
        }

        if (chunkLost)
        {
            body.Add(new SyncCommand.Alert(NextId(), 1225, []));
        }

        if (ending == ReplyEnding.NextMessage)
        {
            body.Add(new SyncCommand.Alert(NextId(), 1222, []));
        }

        body.AddRange(commands);
        var to = new SyncHeader(sessionId, messageId, Target: deviceId, Source: serverAddress);
        return new SyncMLMessage(to, body.DrainToImmutable(), Final: ending == ReplyEnding.Final);

        string NextId() => (body.Count + 1).ToString(CultureInfo.InvariantCulture);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>
/// The session on the server as pure functions (docs/reference/protocol.md §4): from a message and the stored state to its content and the
/// response. Identification, authorization and storage are up to the caller.
/// </summary>
public static class ServerSession
{
    /// <summary>The maximum size of a large object in bytes: 1 MiB.</summary>
    public const int MaxObjectBytes = 1024 * 1024;

    /// <summary>Returns the hash that identifies the bytes of a message: SHA-256 in hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexString(SHA256.HashData(body));

    /// <summary>Interprets a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="bodyHash">The hash of the message's bytes (<see cref="HashOf"/>).</param>
    /// <param name="live">
    /// The stored state of this enrollment, or null. The caller must discard sessions that are idle for more than a quarter of an hour, and
    /// a last message that is older than a few minutes, because the first message of a new session can equal that of the previous one byte
    /// for byte (docs/reference/protocol.md §4.1, §4.3).
    /// </param>
    public static ReceivedPackage Receive(SyncMLMessage message, string bodyHash, LiveSession? live)
    {
        ArgumentNullException.ThrowIfNull(message);
        var kind = KindOf(message, bodyHash, live);
        return new ReceivedMessage(message, kind, live).ToPackage();
    }

    /// <summary>
    /// Returns the state to store with the response; null when there is none: no commands were sent and the device is not expected to send
    /// more.
    /// </summary>
    /// <param name="message">The answered message.</param>
    /// <param name="bodyHash">The hash of the message's bytes.</param>
    /// <param name="before">The stored state.</param>
    /// <param name="package">The interpreted message. One that is out of sequence changes nothing.</param>
    /// <param name="sent">The commands of the response.</param>
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
    /// Composes the response to a message: the status of the header, the pending statuses, then the commands (docs/reference/protocol.md
    /// §3.5, §3.7, §3.9, §3.10).
    /// </summary>
    /// <param name="request">The message. The response has the same MsgID, and its Target is the Source of the message.</param>
    /// <param name="package">The interpreted message.</param>
    /// <param name="commands">The commands for the device. Their CmdIDs must be above those of the statuses.</param>
    /// <param name="serverAddress">The configured address of the server; never the Target of the message.</param>
    /// <exception cref="ArgumentException">There are commands although the device must not get any now.</exception>
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
                "The device must not get commands now: it has more to send, unenrolls, or is out of sequence.",
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

    /// <summary>Composes the same response from stored data, for a message that is repeated after commands were sent for it.</summary>
    /// <param name="sessionId">The SessionID of the message.</param>
    /// <param name="messageId">The MsgID of the message.</param>
    /// <param name="deviceId">The Source of the message.</param>
    /// <param name="pending">The statuses of the first response (<see cref="ReceivedPackage.PendingStatuses"/>).</param>
    /// <param name="commands">The commands of the first response.</param>
    /// <param name="serverAddress">The configured address of the server.</param>
    /// <param name="ending">The ending of the first response; one with commands ends with Final.</param>
    /// <param name="chunkLost">The value of <see cref="ReceivedPackage.ChunkLost"/>.</param>
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
    /// Composes the response to a message that is not authenticated: the code for the header and for each command, without commands and
    /// without a challenge (docs/reference/protocol.md §2.5).
    /// </summary>
    /// <param name="request">The message.</param>
    /// <param name="code">401 for an invalid token, 407 for a missing one.</param>
    /// <param name="serverAddress">The configured address of the server.</param>
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
    /// Detects a repeated message first, then the start of a session, because session ids repeat (docs/reference/protocol.md §4.1 steps 3
    /// and 4).
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

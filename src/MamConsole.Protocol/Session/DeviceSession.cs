using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>
/// The state of a session on the device, as an immutable value: each response of the server yields the next state and the next message
/// (docs/reference/protocol.md §3, §4).
/// </summary>
/// <remarks>
/// The session does not depend on HTTP or time. The tree executes single items; order, numbering, atomicity and statuses are implemented
/// here.
/// </remarks>
public sealed record DeviceSession
{
    private readonly DeviceOpening _opening;

    private DeviceSession(DeviceOpening opening, ManagementTree tree) => (_opening, Tree) = (opening, tree);

    /// <summary>The tree after the commands of the session so far.</summary>
    public ManagementTree Tree { get; init; }

    /// <summary>The MsgID of the last sent message.</summary>
    public int MessageId { get; private init; } = 1;

    /// <summary>
    /// The bodies of the messages that remain to be sent, each after a response (docs/reference/protocol.md §3.9, §3.10).
    /// </summary>
    private ImmutableArray<ImmutableArray<SyncCommand>> PendingStatuses { get; init; } = [];

    /// <summary>Whether the last of <see cref="PendingStatuses"/> ends the package.</summary>
    private bool IsFinalPending { get; init; }

    /// <summary>Begins a session; the next message is package 1.</summary>
    public static DeviceExchange Open(DeviceOpening opening, ManagementTree tree)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(tree);
        var session = new DeviceSession(opening, tree);
        return new DeviceExchange(
            opening.InTwoMessages ? session with { PendingStatuses = [opening.Rest()], IsFinalPending = true } : session,
            opening.Message(),
            null,
            []
        );
    }

    /// <summary>Processes the server's response to the last sent message.</summary>
    public DeviceExchange Receive(SyncMLMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (Disagreement(answer) is { } reason)
        {
            return Ends(new DeviceSessionEnd.ProtocolError(reason));
        }

        var header = answer.Commands.OfType<SyncCommand.Status>().First(IsHeaderStatus).Code;
        if (!header.IsSuccess)
        {
            return Ends(new DeviceSessionEnd.Rejected(header));
        }

        var commands = answer.Commands.Where(command => command is not SyncCommand.Status).ToImmutableArray();
        if (commands.OfType<SyncCommand.Alert>().Any(alert => alert.Code == 1223))
        {
            return Ends(new DeviceSessionEnd.Aborted());
        }

        if (!PendingStatuses.IsEmpty)
        {
            return Continues(answer, commands);
        }

        if (commands.IsEmpty && answer.Final)
        {
            return Ends(new DeviceSessionEnd.Closed());
        }

        var execution = DeviceExecution.Run(commands, Tree);
        var session = this with { Tree = execution.Tree };
        if (execution.EndsSession)
        {
            return session.Ends(new DeviceSessionEnd.UnenrollRequested(), execution.Executed());
        }

        var package = execution.Answer(answer.Header.MessageId, _opening.ReportsOriginalErrors, requestMore: !answer.Final);
        return session.Sends(LargeObjects.Split(package, _opening.LargestText), answer.Final, execution.Executed());
    }

    /// <summary>
    /// Sends a heartbeat instead of a message: one alert, without statuses and Final (docs/reference/protocol.md §3.10). The message is
    /// sent after the server's response.
    /// </summary>
    /// <param name="late">The delayed message. Its MsgID is reassigned when it is sent.</param>
    public DeviceExchange Beat(SyncMLMessage late)
    {
        ArgumentNullException.ThrowIfNull(late);
        var alert = new SyncCommand.Alert(
            "1",
            1224,
            [new SyncItem(Type: "Reversed-Domain-Name:com.microsoft.mdm.requestpending", Data: "1")]
        );
        var beat = late with { Commands = [alert], Final = false };
        return new DeviceExchange(
            this with
            {
                PendingStatuses = PendingStatuses.Insert(0, late.Commands),
                IsFinalPending = PendingStatuses.IsEmpty ? late.Final : IsFinalPending,
            },
            beat,
            null,
            []
        );
    }

    private bool IsHeaderStatus(SyncCommand.Status status) => status.CommandRef == "0" && status.MessageRef == MessageId;

    private string? Disagreement(SyncMLMessage answer)
    {
        if (answer.Header.SessionId != _opening.SessionId)
        {
            return $"The response is for session '{answer.Header.SessionId}', not for '{_opening.SessionId}'.";
        }

        if (answer.Header.Target != _opening.DeviceId)
        {
            return $"The response is for device '{answer.Header.Target}', not for '{_opening.DeviceId}'.";
        }

        return answer.Commands.OfType<SyncCommand.Status>().Any(IsHeaderStatus)
            ? null
            : $"The response has no status for the header of message {MessageId}.";
    }

    /// <summary>Sends the next body. One that follows a chunk first acknowledges the server's header and alert 1222.</summary>
    private DeviceExchange Continues(SyncMLMessage answer, ImmutableArray<SyncCommand> calls)
    {
        var next = PendingStatuses[0];
        if (next is not [SyncCommand.Status, ..])
        {
            var received = answer.Header.MessageId;
            next =
            [
                new SyncCommand.Status("", received, "0", "SyncHdr", StatusCode.Ok),
                .. calls.Select(call => new SyncCommand.Status(
                    "",
                    received,
                    call.CmdId,
                    call.Name,
                    call is SyncCommand.Alert { Code: 1222 } ? StatusCode.Ok : StatusCode.NotExecuted
                )),
                .. next,
            ];
        }

        return Sends([next, .. PendingStatuses[1..]], IsFinalPending, []);
    }

    /// <summary>Sends the first body now and the others each after a response.</summary>
    private DeviceExchange Sends(ImmutableArray<ImmutableArray<SyncCommand>> bodies, bool final, ImmutableArray<ExecutedCommand> executed)
    {
        var header = _opening.Header(MessageId + 1);
        var commands = bodies[0].Select((command, index) => command with { CmdId = Ids.At(index + 1) }).ToImmutableArray();
        var session = this with { MessageId = header.MessageId, PendingStatuses = bodies[1..], IsFinalPending = final };
        return new DeviceExchange(session, new SyncMLMessage(header, commands, final && session.PendingStatuses.IsEmpty), null, executed);
    }

    private DeviceExchange Ends(DeviceSessionEnd end, ImmutableArray<ExecutedCommand>? executed = null) =>
        new(this, null, end, executed ?? []);
}

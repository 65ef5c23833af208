using System.Collections.Immutable;
using System.Globalization;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>The device's end of a session, as a value: each answer of the server yields the session afterwards and what to send next (protocol.md §3, §4).</summary>
/// <remarks>It knows neither HTTP nor time. What executing means is the tree's business; order, numbers, all-or-nothing and statuses are decided here.</remarks>
public sealed record DeviceSession
{
    private readonly DeviceOpening _opening;

    private DeviceSession(DeviceOpening opening, ManagementTree tree) => (_opening, Tree) = (opening, tree);

    /// <summary>The tree as the session has left it so far.</summary>
    public ManagementTree Tree { get; init; }

    /// <summary>The MsgID of the message sent last.</summary>
    public int MessageId { get; private init; } = 1;

    /// <summary>A package that waits while the device sends heartbeats (protocol.md §3.10).</summary>
    private SyncMLMessage? Owed { get; init; }

    /// <summary>Begins a session: the turn's message is package 1.</summary>
    public static DeviceTurn Open(DeviceOpening opening, ManagementTree tree)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(tree);
        return new DeviceTurn(new DeviceSession(opening, tree), opening.Message(), null, []);
    }

    /// <summary>Takes the server's answer to the message sent last.</summary>
    public DeviceTurn Receive(SyncMLMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (Disagreement(answer) is { } reason)
        {
            return Ends(new DeviceSessionEnd.Misunderstood(reason));
        }

        var header = answer.Commands.OfType<SyncCommand.Status>().First(IsHeaderStatus).Code;
        if (!header.IsSuccess)
        {
            return Ends(new DeviceSessionEnd.Refused(header));
        }

        if (Owed is { } owed)
        {
            return Sends(owed.Commands, owed.Final, []);
        }

        var commands = answer.Commands.Where(command => command is not SyncCommand.Status).ToImmutableArray();
        if (commands.OfType<SyncCommand.Alert>().Any(alert => alert.Code == 1223))
        {
            return Ends(new DeviceSessionEnd.Aborted());
        }

        if (commands.IsEmpty && answer.Final)
        {
            return Ends(new DeviceSessionEnd.Closed());
        }

        var execution = DeviceExecution.Run(commands, Tree);
        var session = this with { Tree = execution.Tree };
        return execution.EndsSession
            ? session.Ends(new DeviceSessionEnd.UnenrollAsked(), execution.Executed())
            : session.Sends(execution.Answer(answer.Header.MessageId, _opening.ReportsOriginalErrors, askForMore: !answer.Final), answer.Final, execution.Executed());
    }

    /// <summary>Instead of a turn's message, says that it takes a while: one alert, no status, no Final (protocol.md §3.10). The message follows the server's answer.</summary>
    /// <param name="late">The message that is not ready; its MsgID is given anew when it is sent.</param>
    public DeviceTurn Beat(SyncMLMessage late)
    {
        ArgumentNullException.ThrowIfNull(late);
        var alert = new SyncCommand.Alert("1", 1224, [new SyncItem(Type: "Reversed-Domain-Name:com.microsoft.mdm.requestpending", Data: "1")]);
        var beat = late with { Commands = [alert], Final = false };
        return new DeviceTurn(this with { Owed = late }, beat, null, []);
    }

    private bool IsHeaderStatus(SyncCommand.Status status) => status.CommandRef == "0" && status.MessageRef == MessageId;

    private string? Disagreement(SyncMLMessage answer)
    {
        if (answer.Header.SessionId != _opening.SessionId)
        {
            return $"The answer is for session '{answer.Header.SessionId}', this is session '{_opening.SessionId}'.";
        }

        if (answer.Header.Target != _opening.DeviceId)
        {
            return $"The answer is for device '{answer.Header.Target}', this is '{_opening.DeviceId}'.";
        }

        return answer.Commands.OfType<SyncCommand.Status>().Any(IsHeaderStatus)
            ? null
            : $"The answer has no status for the header of message {MessageId}.";
    }

    private DeviceTurn Sends(ImmutableArray<SyncCommand> commands, bool final, ImmutableArray<ExecutedCommand> executed)
    {
        var id = MessageId + 1;
        var message = new SyncMLMessage(new SyncHeader(_opening.SessionId, id, _opening.ServerAddress, _opening.DeviceId), commands, final);
        return new DeviceTurn(this with { MessageId = id, Owed = null }, message, null, executed);
    }

    private DeviceTurn Ends(DeviceSessionEnd end, ImmutableArray<ExecutedCommand>? executed = null) => new(this, null, end, executed ?? []);
}

/// <summary>CmdIDs: small integers (protocol.md §3.2).</summary>
internal static class Ids
{
    public static string At(int number) => number.ToString(CultureInfo.InvariantCulture);
}

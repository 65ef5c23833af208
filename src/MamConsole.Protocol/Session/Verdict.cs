using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>The result of one command: of each item (one without a node when the command was not executed), and of its children.</summary>
internal sealed record Verdict(SyncCommand Command, ImmutableArray<ItemVerdict> Items, ImmutableArray<Verdict> Children)
{
    public bool Succeeded => Items.All(item => item.Code.IsSuccess) && Children.All(child => child.Succeeded);

    /// <summary>Creates the same result for the whole command.</summary>
    public static Verdict Of(SyncCommand command, StatusCode code) => new(command, [new ItemVerdict(null, code)], []);

    /// <summary>Creates 215 for a command and its children.</summary>
    public static Verdict NotExecuted(SyncCommand command) =>
        Of(command, StatusCode.NotExecuted) with
        {
            Children = [.. command.Parts().Commands.Select(NotExecuted)],
        };

    /// <summary>Replaces successful results with 216.</summary>
    public Verdict RolledBack() =>
        this with
        {
            Items = [.. Items.Select(item => item.Code.IsSuccess ? item with { Code = StatusCode.RolledBack, Found = null } : item)],
            Children = [.. Children.Select(child => child.RolledBack())],
        };

    /// <summary>
    /// Writes one status when all items have the same result, otherwise one for each item with its TargetRef (docs/reference/protocol.md
    /// §3.6); then Results; then the children.
    /// </summary>
    public void Write(ImmutableArray<SyncCommand>.Builder answer, int messageRef, bool withOriginalErrors)
    {
        var agree = Items.All(item => item.Code == Items[0].Code && item.OriginalError == Items[0].OriginalError);
        foreach (var item in agree ? Items.Take(1) : Items)
        {
            ImmutableArray<string> target = agree || item.LocUri is null ? [] : [item.LocUri];
            var error = withOriginalErrors ? item.OriginalError : null;
            answer.Add(
                new SyncCommand.Status(Ids.At(answer.Count + 1), messageRef, Command.CmdId, Command.Name, item.Code, error, target, [])
            );
        }

        ImmutableArray<SyncItem> found = [.. Items.Select(item => item.Found).OfType<SyncItem>()];
        if (!found.IsEmpty)
        {
            answer.Add(new SyncCommand.Results(Ids.At(answer.Count + 1), messageRef, Command.CmdId, found));
        }

        foreach (var child in Children)
        {
            child.Write(answer, messageRef, withOriginalErrors);
        }
    }

    public IEnumerable<ExecutedCommand> Executed()
    {
        var own =
            Items is [{ LocUri: null } whole] && Command.Parts().Items is { IsDefaultOrEmpty: false } requested
                ? requested.Select(item => new ExecutedCommand(Command.Name, item.Target, whole.Code))
                : Items.Select(item => new ExecutedCommand(Command.Name, item.LocUri, item.Code, item.OriginalError));
        return own.Concat(Children.SelectMany(child => child.Executed()));
    }
}

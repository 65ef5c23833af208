using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>
/// Executes the commands of one message on a tree and composes the statuses and results (docs/reference/protocol.md §3.5, §3.6).
/// </summary>
internal sealed class DeviceExecution
{
    private readonly List<Verdict> _verdicts = [];

    private DeviceExecution(ManagementTree tree) => Tree = tree;

    /// <summary>The tree after the commands.</summary>
    public ManagementTree Tree { get; private set; }

    /// <summary>Whether a command ended the session.</summary>
    public bool EndsSession { get; private set; }

    /// <summary>Executes in document order. Commands after one that ends the session are not executed.</summary>
    public static DeviceExecution Run(ImmutableArray<SyncCommand> commands, ManagementTree tree)
    {
        var execution = new DeviceExecution(tree);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            execution._verdicts.Add(
                execution.EndsSession ? Verdict.NotExecuted(command) : execution.Run(command, known, insideAtomic: false)
            );
        }

        return execution;
    }

    /// <summary>Returns the status of the header, then of each command, each followed by the results of a Get. CmdIDs start at 1.</summary>
    public ImmutableArray<SyncCommand> Answer(int messageRef, bool withOriginalErrors, bool requestMore)
    {
        var answer = ImmutableArray.CreateBuilder<SyncCommand>();
        answer.Add(new SyncCommand.Status("1", messageRef, "0", "SyncHdr", StatusCode.Ok));
        foreach (var verdict in _verdicts)
        {
            verdict.Write(answer, messageRef, withOriginalErrors);
        }

        if (requestMore)
        {
            answer.Add(new SyncCommand.Alert(Ids.At(answer.Count + 1), 1222, []));
        }

        return answer.ToImmutable();
    }

    /// <summary>Returns all executed commands, parents before their children.</summary>
    public ImmutableArray<ExecutedCommand> Executed() => [.. _verdicts.SelectMany(verdict => verdict.Executed())];

    private Verdict Run(SyncCommand command, HashSet<string> known, bool insideAtomic)
    {
        // A command without a CmdID, or with a duplicate one, is rejected, because its status could not be assigned to it.
        if (command.CmdId is "" or "0" || !known.Add(command.CmdId))
        {
            return Verdict.Of(command, StatusCode.BadRequest);
        }

        return command switch
        {
            SyncCommand.Add add => Run(add, NodeVerb.Add, add.Items),
            SyncCommand.Replace replace => Run(replace, NodeVerb.Replace, replace.Items),
            SyncCommand.Delete delete => Run(delete, NodeVerb.Delete, delete.Items),
            SyncCommand.Exec exec => Run(exec, NodeVerb.Exec, exec.Items),
            SyncCommand.Get get when insideAtomic => Verdict.Of(get, StatusCode.Failed),
            SyncCommand.Get get => Run(get, NodeVerb.Get, get.Items),
            SyncCommand.Atomic atomic when insideAtomic => Verdict.Of(atomic, StatusCode.Failed) with
            {
                Children = [.. atomic.Commands.Select(Verdict.NotExecuted)],
            },
            SyncCommand.Atomic atomic => RunAtomic(atomic, known),
            SyncCommand.Sequence sequence => RunSequence(sequence, known, insideAtomic),
            SyncCommand.Alert alert => Verdict.Of(alert, alert.Code == 1222 ? StatusCode.Ok : StatusCode.NotSupported),
            SyncCommand.Results results => Verdict.Of(results, StatusCode.NotSupported),
            _ => Verdict.Of(command, StatusCode.BadRequest),
        };
    }

    private Verdict Run(SyncCommand command, NodeVerb verb, ImmutableArray<SyncItem> items)
    {
        if (items.IsDefaultOrEmpty)
        {
            return Verdict.Of(command, StatusCode.BadRequest);
        }

        var answers = ImmutableArray.CreateBuilder<ItemVerdict>(items.Length);
        foreach (var item in items)
        {
            var answer = Tree.Execute(verb, item);
            Tree = answer.Tree;
            EndsSession |= answer.EndsSession;
            answers.Add(new ItemVerdict(item.Target, answer.Code, answer.OriginalError, answer.Found));
        }

        return new Verdict(command, answers.MoveToImmutable(), []);
    }

    /// <summary>
    /// Executes in order. A failed child does not stop the rest; docs/reference/protocol.md §9.17 does not define that, so a server must
    /// not rely on it.
    /// </summary>
    private Verdict RunSequence(SyncCommand.Sequence sequence, HashSet<string> known, bool insideAtomic)
    {
        var children = ImmutableArray.CreateBuilder<Verdict>(sequence.Commands.Length);
        foreach (var child in sequence.Commands)
        {
            children.Add(EndsSession ? Verdict.NotExecuted(child) : Run(child, known, insideAtomic));
        }

        return Verdict.Of(sequence, StatusCode.Ok) with
        {
            Children = children.MoveToImmutable(),
        };
    }

    /// <summary>
    /// Executes all commands or none: after a failure, executed commands are rolled back (216), the rest is skipped (215), and the status
    /// of the Atomic is 507.
    /// </summary>
    private Verdict RunAtomic(SyncCommand.Atomic atomic, HashSet<string> known)
    {
        var before = Tree;
        var children = ImmutableArray.CreateBuilder<Verdict>(atomic.Commands.Length);
        var failed = false;
        var writers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var child in atomic.Commands)
        {
            var verdict =
                failed ? Verdict.NotExecuted(child)
                : WritesAgain(child, writers) ? Verdict.Of(child, StatusCode.Failed)
                : Run(child, known, insideAtomic: true);
            failed |= !verdict.Succeeded;
            children.Add(verdict);
        }

        if (!failed)
        {
            return Verdict.Of(atomic, StatusCode.Ok) with { Children = children.MoveToImmutable() };
        }

        Tree = before;
        EndsSession = false;
        return Verdict.Of(atomic, StatusCode.AtomicFailed) with { Children = [.. children.Select(child => child.RolledBack())] };
    }

    /// <summary>
    /// Returns whether the Atomic adds and replaces the same node, which Windows does not support (docs/reference/protocol.md §3.5).
    /// </summary>
    private static bool WritesAgain(SyncCommand command, Dictionary<string, string> writers)
    {
        ImmutableArray<SyncItem> items = command switch
        {
            SyncCommand.Add add => add.Items,
            SyncCommand.Replace replace => replace.Items,
            _ => [],
        };
        return items.Any(item => item.Target is { } target && !writers.TryAdd(target, command.Name) && writers[target] != command.Name);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>One-off commands as SyncML commands. The same runs give the same commands with the same ids, always.</summary>
public static class DeviceActionBatch
{
    /// <summary>Asks that one message carries at most.</summary>
    public const int MaximumOperations = 48;

    /// <summary>The Sequence's own elements, in bytes.</summary>
    private const int GroupOverhead = 128;

    /// <summary>Stands for each id while sizes are taken: none is longer.</summary>
    private const string LargestCommandId = "2147483647";

    /// <summary>A run's ask with the id that it has on the wire.</summary>
    /// <param name="CmdId">The CmdID.</param>
    /// <param name="Run">The run's index.</param>
    /// <param name="Operation">The ask's index in it.</param>
    public readonly record struct Numbered(string CmdId, int Run, int Operation);

    /// <summary>
    /// As many as a message holds, in their order. Only a list of nodes that is longer than a whole message is sent in parts; whatever else
    /// does not fit
    /// waits for the next one.
    /// </summary>
    public static ImmutableArray<DeviceActionRun> Fit(IEnumerable<DeviceActionRun> runs, MessageSizeBudget budget)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(budget);
        var most = Math.Min(budget.Bytes, MessageSizeBudget.MaximumBytes) - GroupOverhead;
        var (fitting, operationCount, bytes) = (ImmutableArray.CreateBuilder<DeviceActionRun>(), 0, 0);
        foreach (var run in runs)
        {
            var whole = fitting.Count == 0 && run.Command is DeviceActionCommand.ReadNodes ? Begin(run, most) : run;
            (operationCount, bytes) = (operationCount + whole.Operations.Count, bytes + whole.Operations.Sum(SizeOf));
            if (whole.Operations.Count == 0 || operationCount > MaximumOperations || bytes > most)
            {
                break;
            }

            fitting.Add(whole);
        }

        return fitting.ToImmutable();
    }

    /// <summary>The first of its asks that fit.</summary>
    private static DeviceActionRun Begin(DeviceActionRun run, int most)
    {
        var bytes = 0;
        var fitting = run.Operations.TakeWhile(operation => (bytes += SizeOf(operation)) <= most).ToValueList();
        return fitting.Count == run.Operations.Count ? run : DeviceActionRun.Of(run.Id, run.Command, run.Stage, fitting, run.Earlier);
    }

    private static int SizeOf(NodeOperation operation) => SyncMLWriter.SizeOf(Make(LargestCommandId, operation));

    /// <summary>Everything in order: one command alone, more in one Sequence, because a log's filters stand before its read.</summary>
    /// <param name="runs">What the message asks.</param>
    /// <param name="firstId">The first id.</param>
    public static (ImmutableArray<SyncCommand> Commands, ImmutableArray<Numbered> Ids) Build(
        ImmutableArray<DeviceActionRun> runs,
        int firstId = CommandBatch.FirstCommandId
    )
    {
        var ids = ImmutableArray.CreateBuilder<Numbered>();
        var commands = ImmutableArray.CreateBuilder<SyncCommand>();
        var alone = runs.Sum(r => r.Operations.Count) == 1;
        var next = firstId + (alone ? 0 : 1);
        for (var run = 0; run < runs.Length; run++)
        {
            for (var operation = 0; operation < runs[run].Operations.Count; operation++)
            {
                var id = next++.ToString(CultureInfo.InvariantCulture);
                ids.Add(new Numbered(id, run, operation));
                commands.Add(Make(id, runs[run].Operations[operation]));
            }
        }

        return (
            alone || commands.Count == 0
                ? commands.ToImmutable()
                : [new SyncCommand.Sequence(firstId.ToString(CultureInfo.InvariantCulture), commands.ToImmutable())],
            ids.ToImmutable()
        );
    }

    private static SyncCommand Make(string id, NodeOperation operation)
    {
        var item = new SyncItem(Target: operation.LocUri, Format: operation.Format, Data: operation.Data);
        return CspAllowList.Checked(
            operation.Verb switch
            {
                NodeOperationVerb.Get => new SyncCommand.Get(id, [item]),
                NodeOperationVerb.Replace => new SyncCommand.Replace(id, [item]),
                NodeOperationVerb.Exec => new SyncCommand.Exec(id, [item]),
                _ => throw new InvalidOperationException("An ask gets, replaces or runs."),
            }
        );
    }
}

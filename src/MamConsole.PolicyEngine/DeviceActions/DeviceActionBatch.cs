using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>Converts device actions to SyncML commands. The same runs always produce the same commands with the same ids.</summary>
public static class DeviceActionBatch
{
    /// <summary>The maximum number of operations in one message.</summary>
    public const int MaximumOperations = 48;

    /// <summary>The size of the Sequence element in bytes.</summary>
    private const int GroupOverhead = 128;

    /// <summary>A placeholder for ids of the maximum length while sizes are calculated.</summary>
    private const string LargestCommandId = "2147483647";

    /// <summary>An operation of a run with its CmdID on the wire.</summary>
    /// <param name="CmdId">The CmdID.</param>
    /// <param name="Run">The run's index.</param>
    /// <param name="Operation">The index of the operation in the run.</param>
    public readonly record struct Numbered(string CmdId, int Run, int Operation);

    /// <summary>
    /// Selects as many runs as fit into a message, in their order. Only a list of nodes that is longer than a whole message is split; any
    /// other run that does not fit is postponed to the next message.
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

    /// <summary>Returns the first of its operations that fit.</summary>
    private static DeviceActionRun Begin(DeviceActionRun run, int most)
    {
        var bytes = 0;
        var fitting = run.Operations.TakeWhile(operation => (bytes += SizeOf(operation)) <= most).ToValueList();
        return fitting.Count == run.Operations.Count ? run : DeviceActionRun.Of(run.Id, run.Command, run.Stage, fitting, run.Earlier);
    }

    private static int SizeOf(NodeOperation operation) => SyncMLWriter.SizeOf(Make(LargestCommandId, operation));

    /// <summary>
    /// Converts the operations in order: a single command alone, several in one Sequence, because a log's filters precede its read.
    /// </summary>
    /// <param name="runs">The runs of the message.</param>
    /// <param name="firstId">The first CmdID.</param>
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
                _ => throw new InvalidOperationException("An operation must get, replace or execute."),
            }
        );
    }
}

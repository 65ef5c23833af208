using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>One-off commands as SyncML commands. The same runs give the same commands with the same ids, always.</summary>
public static class OneOffBatch
{
    /// <summary>Asks that one message carries at most.</summary>
    public const int MaximumAsks = 48;

    /// <summary>The Sequence's own elements, in bytes.</summary>
    private const int Group = 128;

    /// <summary>Stands for each id while sizes are taken: none is longer.</summary>
    private const string LongestId = "2147483647";

    /// <summary>A run's ask with the id that it has on the wire.</summary>
    /// <param name="CmdId">The CmdID.</param>
    /// <param name="Run">The run's index.</param>
    /// <param name="Ask">The ask's index in it.</param>
    public readonly record struct Numbered(string CmdId, int Run, int Ask);

    /// <summary>
    /// As many as a message holds, in their order. Only a list of nodes that is longer than a whole message is sent in parts; whatever else does not fit
    /// waits for the next one.
    /// </summary>
    public static ImmutableArray<OneOffRun> Fit(IEnumerable<OneOffRun> runs, MessageRoom room)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(room);
        var most = Math.Min(room.Bytes, MessageRoom.MostBytes) - Group;
        var (fitting, asks, bytes) = (ImmutableArray.CreateBuilder<OneOffRun>(), 0, 0);
        foreach (var run in runs)
        {
            var whole = fitting.Count == 0 && run.Command is OneOffCommand.ReadNodes ? Begin(run, most) : run;
            (asks, bytes) = (asks + whole.Asks.Count, bytes + whole.Asks.Sum(SizeOf));
            if (whole.Asks.Count == 0 || asks > MaximumAsks || bytes > most)
            {
                break;
            }

            fitting.Add(whole);
        }

        return fitting.ToImmutable();
    }

    /// <summary>The first of its asks that fit.</summary>
    private static OneOffRun Begin(OneOffRun run, int most)
    {
        var bytes = 0;
        var fitting = run.Asks.TakeWhile(ask => (bytes += SizeOf(ask)) <= most).ToValueList();
        return fitting.Count == run.Asks.Count ? run : OneOffRun.Of(run.Id, run.Command, run.Stage, fitting, run.Told);
    }

    private static int SizeOf(OneOffAsk ask) => SyncMLWriter.SizeOf(Make(LongestId, ask));

    /// <summary>Everything in order: one command alone, more in one Sequence, because a log's filters stand before its read.</summary>
    /// <param name="runs">What the message asks.</param>
    /// <param name="firstId">The first id.</param>
    public static (ImmutableArray<SyncCommand> Commands, ImmutableArray<Numbered> Ids) Build(
        ImmutableArray<OneOffRun> runs,
        int firstId = CommandBatch.FirstCommandId
    )
    {
        var ids = ImmutableArray.CreateBuilder<Numbered>();
        var commands = ImmutableArray.CreateBuilder<SyncCommand>();
        var alone = runs.Sum(r => r.Asks.Count) == 1;
        var next = firstId + (alone ? 0 : 1);
        for (var run = 0; run < runs.Length; run++)
        {
            for (var ask = 0; ask < runs[run].Asks.Count; ask++)
            {
                var id = next++.ToString(CultureInfo.InvariantCulture);
                ids.Add(new Numbered(id, run, ask));
                commands.Add(Make(id, runs[run].Asks[ask]));
            }
        }

        return (
            alone || commands.Count == 0
                ? commands.ToImmutable()
                : [new SyncCommand.Sequence(firstId.ToString(CultureInfo.InvariantCulture), commands.ToImmutable())],
            ids.ToImmutable()
        );
    }

    private static SyncCommand Make(string id, OneOffAsk ask)
    {
        var item = new SyncItem(Target: ask.LocUri, Format: ask.Format, Data: ask.Data);
        return CatalogueGuard.Checked(
            ask.Verb switch
            {
                AskVerb.Get => new SyncCommand.Get(id, [item]),
                AskVerb.Replace => new SyncCommand.Replace(id, [item]),
                AskVerb.Exec => new SyncCommand.Exec(id, [item]),
                _ => throw new InvalidOperationException("An ask gets, replaces or runs."),
            }
        );
    }
}

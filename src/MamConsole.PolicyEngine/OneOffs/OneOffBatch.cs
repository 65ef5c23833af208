using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>One-off commands as SyncML commands. The same runs give the same commands with the same ids, always.</summary>
public static class OneOffBatch
{
    /// <summary>Asks that one message carries at most; a run is never torn apart.</summary>
    public const int MaximumAsks = 48;

    /// <summary>A run's ask with the id that it has on the wire.</summary>
    /// <param name="CmdId">The CmdID.</param>
    /// <param name="Run">The run's index.</param>
    /// <param name="Ask">The ask's index in it.</param>
    public readonly record struct Numbered(string CmdId, int Run, int Ask);

    /// <summary>Everything in order: one command alone, more in one Sequence, because a log's filters stand before its read.</summary>
    public static (ImmutableArray<SyncCommand> Commands, ImmutableArray<Numbered> Ids) Build(ImmutableArray<OneOffRun> runs)
    {
        var ids = ImmutableArray.CreateBuilder<Numbered>();
        var commands = ImmutableArray.CreateBuilder<SyncCommand>();
        var alone = runs.Sum(r => r.Asks.Count) == 1;
        var next = CommandBatch.FirstCommandId + (alone ? 0 : 1);
        for (var run = 0; run < runs.Length; run++)
        {
            for (var ask = 0; ask < runs[run].Asks.Count; ask++)
            {
                var id = next++.ToString(CultureInfo.InvariantCulture);
                ids.Add(new Numbered(id, run, ask));
                commands.Add(Make(id, runs[run].Asks[ask]));
            }
        }

        return (alone || commands.Count == 0 ? commands.ToImmutable() : [new SyncCommand.Sequence($"{CommandBatch.FirstCommandId}", commands.ToImmutable())], ids.ToImmutable());
    }

    private static SyncCommand Make(string id, OneOffAsk ask)
    {
        var item = new SyncItem(Target: ask.LocUri, Format: ask.Format, Data: ask.Data);
        return ask.Verb switch
        {
            AskVerb.Get => new SyncCommand.Get(id, [item]),
            AskVerb.Replace => new SyncCommand.Replace(id, [item]),
            AskVerb.Exec => new SyncCommand.Exec(id, [item]),
            _ => throw new InvalidOperationException("An ask gets, replaces or runs."),
        };
    }
}

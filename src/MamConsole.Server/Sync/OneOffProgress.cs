using System.Collections.Immutable;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>What one message changed: the commands to send, what is then out, and what is to be written before they leave.</summary>
internal sealed record OneOffProgress(
    ImmutableArray<SyncCommand> Commands,
    ImmutableArray<OneOffRun> Runs,
    int FirstId,
    Func<Transaction, Task> WriteAsync
)
{
    public static OneOffProgress Nothing(ImmutableArray<OneOffRun> runs, int firstId) => new([], runs, firstId, _ => Task.CompletedTask);
}

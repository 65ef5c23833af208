using System.Collections.Immutable;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>What one message changed: the commands to send, what is then out, and what is to be written before they leave.</summary>
internal sealed record DeviceActionProgress(
    ImmutableArray<SyncCommand> Commands,
    ImmutableArray<DeviceActionRun> Runs,
    int FirstId,
    Func<Transaction, Task> WriteAsync
)
{
    public static DeviceActionProgress Nothing(ImmutableArray<DeviceActionRun> runs, int firstId) =>
        new([], runs, firstId, _ => Task.CompletedTask);
}

using System.Collections.Immutable;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// The result of one message: the commands to send, the device actions then in progress, and the changes to commit before they are sent.
/// </summary>
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

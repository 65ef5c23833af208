using System.Collections.Immutable;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>What one message changed: the commands to send, and what is to be written before they leave.</summary>
internal sealed record DeploymentStepProgress(
    ImmutableArray<SyncCommand> Commands,
    DeviceSyncState SyncState,
    StoredSession Session,
    Func<Transaction, CancellationToken, Task> WriteAsync
)
{
    /// <summary>The step was over before: the session goes on with other things.</summary>
    public static DeploymentStepProgress Idle(DeviceSyncState state, StoredSession session) =>
        new([], state, session, (_, _) => Task.CompletedTask);
}

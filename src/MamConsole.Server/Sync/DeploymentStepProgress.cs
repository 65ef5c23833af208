using System.Collections.Immutable;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>The result of one message: the commands to send, and the changes to commit before they are sent.</summary>
internal sealed record DeploymentStepProgress(
    ImmutableArray<SyncCommand> Commands,
    DeviceSyncState SyncState,
    StoredSession Session,
    Func<Transaction, CancellationToken, Task> WriteAsync
)
{
    /// <summary>The step was completed before: the session continues with other work.</summary>
    public static DeploymentStepProgress Idle(DeviceSyncState state, StoredSession session) =>
        new([], state, session, (_, _) => Task.CompletedTask);
}

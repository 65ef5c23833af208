using System.Collections.Immutable;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Policies.Secrets;
using MamConsole.Server.Storage;
using NodeVerdict = MamConsole.PolicyEngine.Deployment.Verdict;

namespace MamConsole.Server.Sync;

/// <summary>What one message changed: the commands to send, and what is to be written before they leave.</summary>
internal sealed record StepProgress(ImmutableArray<SyncCommand> Commands, DeviceStanding Standing, StoredSession Session, Func<Transaction, CancellationToken, Task> WriteAsync)
{
    /// <summary>The step was over before: the session goes on with other things.</summary>
    public static StepProgress Idle(DeviceStanding standing, StoredSession session) => new([], standing, session, (_, _) => Task.CompletedTask);
}

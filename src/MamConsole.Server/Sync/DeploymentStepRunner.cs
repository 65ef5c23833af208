using System.Collections.Immutable;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Secrets;
using NodeVerdict = MamConsole.PolicyEngine.Deployment.Verdict;

namespace MamConsole.Server.Sync;

/// <summary>Loads the data of a deployment step, advances the step and returns the changes to commit.</summary>
internal sealed class DeploymentStepRunner(VersionStore versions, SecretStore secrets, DeviationStore deviations, FactStore facts)
{
    private static readonly StoredSession NewSession = new()
    {
        Live = new LiveSession("", 0, "", 0, []),
        PendingStatuses = [],
        Ending = ReplyEnding.Final,
        Assigned = 0,
    };

    /// <summary>Recreates the commands of the session's last response.</summary>
    public async Task<ImmutableArray<SyncCommand>> CommandsAsync(StoredSession session, string grouping, CancellationToken ct)
    {
        if (session.Step is not { } step)
        {
            return [];
        }

        var version = await NodesAsync(step.To, ct);
        return CommandBatch.Build(step.Outstanding, version, grouping, step.FirstId, await SecretsAsync(version, ct)).Commands;
    }

    /// <param name="device">The device as loaded.</param>
    /// <param name="session">The live session that the message continues; null for a new session.</param>
    /// <param name="assigned">The version that the session deploys.</param>
    /// <param name="package">The parsed message.</param>
    /// <param name="sessionId">The session ID that the device chose.</param>
    /// <param name="budget">The available size of the response.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="ct">Cancels the reads.</param>
    public async Task<DeploymentStepProgress> AdvanceAsync(
        DeviceRecord device,
        StoredSession? session,
        long assigned,
        ReceivedPackage package,
        string sessionId,
        MessageSizeBudget budget,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        session = Open(session ?? NewSession, package, device.Enrollment);
        session = session.Step is { } running ? ApplyAnswers(session, package, running, await NodesAsync(running.To, ct)) : session;
        var state = device.SyncState;
        // No commands are sent while another user is signed in: the policy applies to the person who enrolled the PC
        // (docs/reference/protocol.md §2.1, rule 3).
        var isSomebodyElse = session.Step is null && session.Login is (LoginStatus.Others or LoginStatus.None);
        // No commands are sent to a device that accepts no message of a useful size: earlier commands stay unanswered and are sent again.
        if (!package.AcceptsCommands || isSomebodyElse || !budget.IsEnough)
        {
            return new DeploymentStepProgress([], state, session, (_, _) => Task.CompletedTask);
        }

        var readDue = now >= state.NextRead;
        var isDone = assigned == state.Acknowledged && assigned == state.Sent;
        if (session.Step is null && isDone && !readDue && !(state.NextTry <= now))
        {
            return new DeploymentStepProgress([], state, session, (_, _) => Task.CompletedTask);
        }

        var known = await deviations.ListAsync(device.Enrollment.Key, ct);
        var before = session.Step;
        // Due reads are determined once, by the schedule of the version that the session deploys.
        var due =
            before is not null ? before.Due
            : readDue ? (await NodesAsync(assigned, ct)).ReadPlan.DueAt(state.ReadTimes, state.NeedsFullRead, now)
            : ReadGroups.None;
        var context = await ContextAsync(device, before, assigned, due, known, budget, now, ct);
        var step = before is null
            ? DeploymentStep.Begin(
                state.Acknowledged,
                state.Unanswered,
                assigned,
                due.HasFlag(ReadGroups.Settings),
                context,
                CommandBatch.FirstIdAt(state.Revision),
                due & ~ReadGroups.Settings
            )
            : DeploymentStep.Continue(before, Verdicts(session), session.Readings, session.Live.SentIn, context);

        var commands = CommandBatch
            .Build(step.Outstanding, context.Assigned, device.Enrollment.Grouping, step.FirstId, context.Secrets)
            .Commands;
        var next = session with { Step = step, Received = [], Readings = [], DeviceInfo = ImmutableDictionary<string, string>.Empty };
        var commit = await DeploymentStepCommit.OfAsync(
            new DeploymentStepExchange(device, before, step, context, known, session.DeviceInfo, sessionId, session.Live.SentIn, now),
            facts,
            ct
        );
        return new DeploymentStepProgress(commands, commit.SyncState, next, commit.WriteAsync);
    }

    /// <summary>
    /// Adds the data about the device and its user from a message of the first package, which may consist of several messages.
    /// </summary>
    private static StoredSession Open(StoredSession session, ReceivedPackage package, EnrolledDevice enrollment)
    {
        session = session with { MaxMessageSize = package.MaxMessageSize ?? session.MaxMessageSize };
        if (session.Step is not null)
        {
            return session;
        }

        // A message with another DevId contains data about another device.
        var isOwn = !package.DeviceInfo.TryGetValue("DevId", out var named) || DeviceIds.Canonical(named) == enrollment.DeviceId;
        return session with
        {
            Login = session.Login == LoginStatus.Absent ? package.LoginStatus : session.Login,
            DeviceInfo = isOwn
                ? package.DeviceInfo.AddRange(session.DeviceInfo.Where(fact => !package.DeviceInfo.ContainsKey(fact.Key)))
                : session.DeviceInfo,
        };
    }

    private async Task<DeploymentStepContext> ContextAsync(
        DeviceRecord device,
        DeploymentStepSession? step,
        long assigned,
        ReadGroups due,
        IReadOnlyList<KnownSettingDeviation> known,
        MessageSizeBudget budget,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var state = device.SyncState;
        var from = step?.From ?? state.Acknowledged;
        var unanswered = step is null ? state.Unanswered : step.Unanswered;
        var reported = new ReportedState(
            await NodesAsync(from, ct),
            unanswered is { } sent ? await NodesAsync(sent, ct) : null,
            known.Select(k => k.Deviation).ToValueList()
        );
        var desired = await NodesAsync(assigned, ct);
        ImmutableArray<string> afterWrites = desired.Nodes.Any(n => n.Stage == NodeStage.Mode)
            ? [EnterpriseDataProtectionCsp.Status.Uri]
            : [];
        return new DeploymentStepContext(reported, desired, device.Enrollment.Capability, ReadPlan.NodesOf(due), afterWrites)
        {
            Now = step?.Began ?? now,
            SizeBudget = budget,
            Grouping = device.Enrollment.Grouping,
            Secrets = await SecretsAsync(desired, ct),
        };
    }

    /// <summary>Adds the results of this message to the earlier results of the package.</summary>
    private static StoredSession ApplyAnswers(
        StoredSession session,
        ReceivedPackage package,
        DeploymentStepSession step,
        CompiledPolicy version
    )
    {
        if (package.Kind != PackageKind.Continuation)
        {
            return session;
        }

        var commands = CommandBatch
            .Number(step.Outstanding, version, step.FirstId)
            .ToDictionary(n => n.CmdId, n => n.Command, StringComparer.Ordinal);
        return session with
        {
            Received = session.Received.AddRange(
                package
                    .Verdicts.Where(v => commands.ContainsKey(v.Command.CmdId))
                    .Select(v => new ReceivedVerdict(commands[v.Command.CmdId], v.Code.Value, v.OriginalError))
            ),
            Readings = session.Readings.AddRange(
                package
                    .Readings.Where(r => commands.TryGetValue(r.CmdId, out var command) && command is PlannedCommand.Read)
                    .Select(r => ReadingOf(commands[r.CmdId].LocUri, r.Data, version))
            ),
        };
    }

    /// <summary>Where only presence is evaluated, the value is not stored: it may be a secret that Windows returns.</summary>
    private static NodeReading ReadingOf(string locUri, string? data, CompiledPolicy version) =>
        new(locUri, version.Nodes.Any(n => n.LocUri == locUri && n.ReadBack != ReadBackKind.Value) ? NodeReading.There : data);

    /// <summary>Decrypted only for this message; the database is not queried when the version references no secrets.</summary>
    private Task<SecretValues> SecretsAsync(CompiledPolicy version, CancellationToken ct) =>
        secrets.RevealAsync([.. SecretValues.RequiredBy(version)], ct);

    private static Dictionary<PlannedCommand, NodeVerdict> Verdicts(StoredSession session) =>
        session.Received.ToDictionary(h => h.Command, h => new NodeVerdict(new StatusCode(h.Code), h.OriginalError));

    private async Task<CompiledPolicy> NodesAsync(long versionId, CancellationToken ct) =>
        versionId == 0 ? CompiledPolicy.Empty : await versions.NodesAsync(versionId, ct);
}

using System.Collections.Immutable;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// Takes a device through one step: writes → repairs → mode and reads → link → done. Pure: verdicts in, the next commands out
/// (docs/reference/wip-authoring.md §1 for the order; docs/reference/handoff.md §1 for the link).
/// </summary>
public static partial class DeploymentStep
{
    /// <summary>
    /// Begins a step; its phase is <see cref="DeploymentStepPhase.Done"/> when there is nothing to send and no read is due.
    /// </summary>
    /// <param name="from">The acknowledged version.</param>
    /// <param name="unanswered">A version that was sent and not answered completely; null = none.</param>
    /// <param name="to">The target version.</param>
    /// <param name="readAll">Whether all settings are due to be read.</param>
    /// <param name="context">The data on which the step depends.</param>
    /// <param name="firstId">The first CmdID of each of the session's messages.</param>
    /// <param name="also">The additional nodes that are due to be read.</param>
    public static DeploymentStepSession Begin(
        long from,
        long? unanswered,
        long to,
        bool readAll,
        DeploymentStepContext context,
        int firstId = CommandBatch.FirstCommandId,
        ReadGroups also = ReadGroups.None
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        var plan = context.Plan;
        var step = new DeploymentStepSession(
            from,
            unanswered,
            to,
            DeploymentStepPhase.Writing,
            [],
            [],
            [],
            readAll,
            Began: context.Now,
            FirstId: firstId,
            Also: also
        );
        var known = context.Reported.Acknowledged.Nodes.Select(n => n.LocUri).ToHashSet(StringComparer.Ordinal);
        var lowering = plan.Writes.Where(n => n.Stage == NodeStage.Mode);
        ValueList<PlannedCommand> first =
        [
            .. lowering.Select(Write),
            .. plan.Removals.Select(uri => new PlannedCommand.Remove(uri)),
            .. plan.Writes.Where(n => n.Stage != NodeStage.Mode).Select(Write),
        ];
        return Fit(first.Count > 0 ? step with { Outstanding = first } : AfterWrites(step, plan, context), context);

        PlannedCommand Write(CompiledNode node) =>
            new PlannedCommand.Write(
                node.LocUri,
                node.Runs ? WriteVerb.Exec
                    : NodeGroups.RootOf(node.LocUri) is not null
                    || (NodeGroups.HasDynamicParent(node.LocUri) && !known.Contains(node.LocUri))
                        ? WriteVerb.Add
                    : WriteVerb.Replace
            );
    }

    /// <summary>Processes the device's answer to the last message and determines the next commands.</summary>
    /// <param name="step">The stored step.</param>
    /// <param name="verdicts">The verdict for each outstanding command that the device answered.</param>
    /// <param name="readings">The values that were read, by LocURI as compiled.</param>
    /// <param name="message">The MsgID of the message that carried the outstanding commands.</param>
    /// <param name="context">The same as at the beginning: versions are immutable, and the state is committed only together with the
    /// verdicts.</param>
    public static DeploymentStepSession Continue(
        DeploymentStepSession step,
        IReadOnlyDictionary<PlannedCommand, Verdict> verdicts,
        ImmutableArray<NodeReading> readings,
        int message,
        DeploymentStepContext context
    )
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(context);

        var answered = step
            .Outstanding.Where(c => c is not PlannedCommand.Read)
            .Select(command =>
            {
                var verdict = verdicts.GetValueOrDefault(command, new Verdict(StatusCode.None, null));
                return OutcomeOf(command, verdict, message, context);
            })
            .ToArray();
        var reported = readings.Select(r => r.LocUri).ToHashSet(StringComparer.Ordinal);
        var unanswered = step
            .Outstanding.Where(c => c is PlannedCommand.Read && !reported.Contains(c.LocUri))
            .Select(c => Unreported(c, verdicts, context));
        step = With(step, answered) with { Outstanding = [], Readings = [.. step.Readings, .. readings, .. unanswered] };

        return Fit(step.Queued.Count > 0 ? step with { Outstanding = step.Queued, Queued = [] } : Proceed(step, context), context);
    }

    /// <summary>A read without a value. Where only presence matters, "not found" is an answer.</summary>
    private static NodeReading Unreported(
        PlannedCommand read,
        IReadOnlyDictionary<PlannedCommand, Verdict> verdicts,
        DeploymentStepContext context
    ) =>
        new(
            read.LocUri,
            verdicts.TryGetValue(read, out var verdict)
            && verdict.Code == StatusCode.NotFound
            && context.Assigned.Nodes.Any(n => n.LocUri == read.LocUri && n.ReadBack == ReadBackKind.Presence)
                ? NodeReading.Gone
                : null
        );

    /// <summary>
    /// Assigns to this message the commands that fit, and the others to later messages. A command that fits in no message of the device
    /// gets its outcome immediately; when a phase has no commands left, the next phase follows.
    /// </summary>
    private static DeploymentStepSession Fit(DeploymentStepSession step, DeploymentStepContext context)
    {
        while (step.Outstanding.Count > 0)
        {
            var split = context.SizeBudget.Split(step.Outstanding, context.Assigned, context.Grouping, context.Secrets);
            var unsent = split
                .Unsent.Where(u => u.Command is not PlannedCommand.Read)
                .Select(u => OutcomeOf(u.Command, new Verdict(u.Status, null), 0, context))
                .ToArray();
            var unread = split.Unsent.Where(u => u.Command is PlannedCommand.Read).Select(u => new NodeReading(u.Command.LocUri, null));
            step = With(step, unsent) with { Outstanding = split.Now, Queued = split.Later, Readings = [.. step.Readings, .. unread] };
            if (split.Now.Count > 0)
            {
                return step;
            }

            step = Proceed(step, context);
        }

        return step;
    }

    /// <summary>Determines the next phase when all commands of a phase have their outcome.</summary>
    private static DeploymentStepSession Proceed(DeploymentStepSession step, DeploymentStepContext context)
    {
        var round = step.Round.ToHashSet(StringComparer.Ordinal);
        var answered = step.Outcomes.Where(o => round.Contains(o.LocUri)).ToArray();
        step = step with { Round = [] };
        var plan = context.Plan;
        return step.Phase switch
        {
            DeploymentStepPhase.Writing
            or DeploymentStepPhase.Repairing when Repairs(answered, step.Phase, context) is { Count: > 0 } repairs => step with
            {
                Phase = DeploymentStepPhase.Repairing,
                Outstanding = repairs,
            },
            DeploymentStepPhase.Writing or DeploymentStepPhase.Repairing => AfterWrites(step, plan, context),
            DeploymentStepPhase.Reading when plan.MdmLink is { } link && MayLink(step, context) => step with
            {
                Phase = DeploymentStepPhase.Linking,
                Outstanding = [new PlannedCommand.Write(link.LocUri, WriteVerb.Replace), new PlannedCommand.Read(link.LocUri)],
            },
            _ => step with { Phase = DeploymentStepPhase.Done },
        };
    }

    /// <summary>Whether all writes of the step except mode and link are answered, so that the version counts as acknowledged.</summary>
    public static bool WritesAnswered(DeploymentStepSession step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Phase is DeploymentStepPhase.Reading or DeploymentStepPhase.Linking or DeploymentStepPhase.Done;
    }

    private static DeploymentStepSession AfterWrites(DeploymentStepSession step, DeploymentStepPlan plan, DeploymentStepContext context)
    {
        var commands = new List<PlannedCommand>();
        var written = step
            .Outcomes.Where(o => o.IsAcknowledged && o.Value is not null)
            .Select(o => o.LocUri)
            .ToHashSet(StringComparer.Ordinal);
        if (plan.Mode is { } mode && MayProtect(step, context))
        {
            commands.Add(new PlannedCommand.Write(mode.LocUri, WriteVerb.Replace));
            written.Add(mode.LocUri);
        }

        var rejected = context.Reported.Deviations.Where(d => d.IsMissing).Select(d => d.LocUri).ToHashSet(StringComparer.Ordinal);
        var reads = context
            .Assigned.Nodes.Where(n => n.ReadBack != ReadBackKind.None && context.Device.Takes(n))
            .Where(n =>
                written.Contains(n.LocUri)
                || (
                    step.ReadAll
                    && !rejected.Contains(n.LocUri)
                    && n != plan.Mode
                    && n != plan.MdmLink
                    && !step.Outcomes.Any(o => o.LocUri == n.LocUri)
                )
                || (plan.MdmLink is not null && IsRevokeOnHandoff(n) && !rejected.Contains(n.LocUri))
            )
            .Select(n => n.LocUri)
            .Concat(step.Due != ReadGroups.None ? context.Facts : [])
            .Concat(written.Count > 0 && !step.ReadAll ? context.FactsAfterWrites : [])
            .Distinct(StringComparer.Ordinal);
        commands.AddRange(reads.Select(uri => new PlannedCommand.Read(uri)));

        if (commands.Count > 0)
        {
            return step with { Phase = DeploymentStepPhase.Reading, Outstanding = commands.ToValueList() };
        }

        return plan.MdmLink is { } link && MayLink(step, context)
            ? step with
            {
                Phase = DeploymentStepPhase.Linking,
                Outstanding = [new PlannedCommand.Write(link.LocUri, WriteVerb.Replace), new PlannedCommand.Read(link.LocUri)],
            }
            : step with
            {
                Phase = DeploymentStepPhase.Done,
            };
    }

    /// <summary>
    /// Network boundary, app lists, flags and IDs must all be acknowledged before the mode is raised (docs/reference/wip-authoring.md §1).
    /// </summary>
    private static bool MayProtect(DeploymentStepSession step, DeploymentStepContext context)
    {
        var missing = MissingNodes(step, context);
        return !context.Assigned.Nodes.Any(n => n.Stage < NodeStage.Mode && context.Device.Takes(n) && missing.Contains(n.LocUri));
    }

    /// <summary>
    /// The link is sent only after RevokeOnMDMHandoff was read back as published (docs/reference/handoff.md §1); without that node it is
    /// sent at once.
    /// </summary>
    private static bool MayLink(DeploymentStepSession step, DeploymentStepContext context) =>
        context.Assigned.Nodes.FirstOrDefault(IsRevokeOnHandoff) is not { } revoke
        || step.Readings.Any(r => r.LocUri == revoke.LocUri && r.Value?.Trim() == revoke.Value);

    private static bool IsRevokeOnHandoff(CompiledNode node) => node.LocUri.EndsWith("/RevokeOnMDMHandoff", StringComparison.Ordinal);

    private static HashSet<string> MissingNodes(DeploymentStepSession step, DeploymentStepContext context)
    {
        var missing = context.Reported.Deviations.Where(d => d.IsMissing).Select(d => d.LocUri).ToHashSet(StringComparer.Ordinal);
        foreach (var outcome in step.Outcomes)
        {
            _ = outcome.IsAcknowledged ? missing.Remove(outcome.LocUri) : missing.Add(outcome.LocUri);
        }

        return missing;
    }

    /// <summary>
    /// Repeats once with the other verb where one was wrong (404, 418), and repeats commands that were not executed or were rolled back
    /// only because another command of their group failed (215, 216), once for each failed command that leaves the group. The same applies
    /// to the Sequence: whether it stops at a failure is open (docs/reference/protocol.md §9.17).
    /// </summary>
    private static ValueList<PlannedCommand> Repairs(NodeOutcome[] all, DeploymentStepPhase phase, DeploymentStepContext context)
    {
        var grouped = all.Where(o => o.Value is not null && NodeGroups.RootOf(o.LocUri) is not null).ToArray();
        var answered = all.Except(grouped).ToArray();
        var stages = context.Assigned.Nodes.ToDictionary(n => n.LocUri, n => n.Stage, StringComparer.Ordinal);
        var locks = answered.Where(o => o.Value is not null && stages[o.LocUri] == NodeStage.DeviceLock).ToArray();
        var lockFailed = Array.Exists(locks, IsRootCause);
        var otherFailed = answered.Except(locks).Any(IsRootCause);
        return
        [
            .. phase == DeploymentStepPhase.Writing ? NodeGroups.Recreate(grouped) : [],
            .. answered.Select(Repair).OfType<PlannedCommand>(),
        ];

        PlannedCommand? Repair(NodeOutcome outcome)
        {
            var isLock = locks.Contains(outcome);
            return (outcome.Verb, outcome.Code) switch
            {
                (WriteVerb.Add, 418) when phase == DeploymentStepPhase.Writing => new PlannedCommand.Write(
                    outcome.LocUri,
                    WriteVerb.Replace
                ),
                (WriteVerb.Replace, 404) when phase == DeploymentStepPhase.Writing && NodeGroups.HasDynamicParent(outcome.LocUri) =>
                    new PlannedCommand.Write(outcome.LocUri, WriteVerb.Add),
                ({ } verb, 200 or 215 or 216) when isLock && lockFailed => new PlannedCommand.Write(outcome.LocUri, verb),
                ({ } verb, 215) when !isLock && otherFailed => new PlannedCommand.Write(outcome.LocUri, verb),
                (null, 215) when otherFailed => new PlannedCommand.Remove(outcome.LocUri),
                _ => null,
            };
        }

        static bool IsRootCause(NodeOutcome outcome) => !outcome.IsAcknowledged && outcome.Code is not (0 or 215 or 216);
    }
}

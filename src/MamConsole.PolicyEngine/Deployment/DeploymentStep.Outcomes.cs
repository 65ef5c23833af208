using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

// Results for single nodes: outcomes of this session, and the deviations of the device after it.
public static partial class DeploymentStep
{
    /// <summary>Returns the deviations of the device's nodes after the answers so far.</summary>
    public static ValueList<SettingDeviation> Deviations(DeploymentStepSession step, DeploymentStepContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(context);

        var result = context.Reported.Deviations.ToDictionary(d => d.LocUri, StringComparer.Ordinal);
        var desired = context.Assigned.Nodes.Where(context.Device.Takes).ToDictionary(n => n.LocUri, StringComparer.Ordinal);
        var plan = context.Plan;

        foreach (var outcome in step.Outcomes)
        {
            result.Remove(outcome.LocUri);
            if (!outcome.IsAcknowledged)
            {
                var kind = outcome.Code == 0 || outcome.WasNeverSent ? DeviationKind.Unknown : DeviationKind.Rejected;
                result[outcome.LocUri] = new SettingDeviation(
                    outcome.LocUri,
                    kind,
                    outcome.Code == 0 ? null : outcome.Code,
                    outcome.OriginalError,
                    outcome.Value
                )
                {
                    Retry = outcome.Retry ?? Retry.AtOnce,
                };
            }
        }

        foreach (var held in new[] { plan.Mode, plan.MdmLink })
        {
            if (held is not null && !step.Outcomes.Any(o => o.LocUri == held.LocUri))
            {
                // The command is sent and its outcome is unknown until the status arrives, which may never happen.
                var isOut = step.Open.Any(c => c is PlannedCommand.Write && c.LocUri == held.LocUri);
                var before = result.GetValueOrDefault(held.LocUri) is { } known && known.Value == held.Value ? known : null;
                result[held.LocUri] = new SettingDeviation(
                    held.LocUri,
                    isOut ? DeviationKind.Unknown : DeviationKind.Deferred,
                    Value: held.Value
                )
                {
                    Retry =
                        isOut ? Retry.AtOnce with { Attempts = before?.Retry.Attempts ?? 0 }
                        : held == plan.MdmLink ? LinkRetry(before, step, context)
                        : Retry.Never,
                };
            }
        }

        foreach (var reading in step.Readings)
        {
            if (
                !desired.TryGetValue(reading.LocUri, out var node) || (result.TryGetValue(reading.LocUri, out var other) && other.IsMissing)
            )
            {
                continue;
            }

            result.Remove(reading.LocUri);
            if (node.ReadBack == ReadBackKind.Presence && reading.Value is { } presence)
            {
                if (presence == NodeReading.Gone)
                {
                    result[reading.LocUri] = new SettingDeviation(
                        reading.LocUri,
                        DeviationKind.Differs,
                        StatusCode.NotFound.Value,
                        Value: NodeReading.Gone
                    );
                }
            }
            else if (reading.Value is null)
            {
                result[reading.LocUri] = new SettingDeviation(reading.LocUri, DeviationKind.NotReadBack, Value: node.Value);
            }
            else if (!string.Equals(reading.Value.Trim(), node.Value, StringComparison.Ordinal))
            {
                result[reading.LocUri] = new SettingDeviation(reading.LocUri, DeviationKind.Differs, Value: reading.Value);
            }
        }

        // A node that should not exist and is deleted has no deviation.
        return NodeGroups
            .RootCauses(result.Values)
            .Where(d => desired.ContainsKey(d.LocUri) || d.Value is null)
            .OrderBy(d => d.LocUri, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>
    /// While the flag is missing, the link follows the flag's retries. A flag with another value, or without one, is read again
    /// automatically.
    /// </summary>
    private static Retry LinkRetry(SettingDeviation? before, DeploymentStepSession step, DeploymentStepContext context)
    {
        if (
            context.Assigned.Nodes.FirstOrDefault(IsRevokeOnHandoff) is not { } revoke
            || MissingNodes(step, context).Contains(revoke.LocUri)
        )
        {
            return Retry.Never;
        }

        return before is { Kind: DeviationKind.Deferred, Retry.Next: { } next } && next > context.Now
            ? before.Retry
            : Retry.Waiting((before?.Retry.Attempts ?? 0) + 1, context.Now);
    }

    private static DeploymentStepSession With(DeploymentStepSession step, NodeOutcome[] outcomes)
    {
        var replaced = outcomes.Select(o => o.LocUri).ToHashSet(StringComparer.Ordinal);
        return step with
        {
            Outcomes = [.. step.Outcomes.Where(o => !replaced.Contains(o.LocUri)), .. outcomes],
            Round = [.. step.Round.Where(uri => !replaced.Contains(uri)), .. replaced],
        };
    }

    private static NodeOutcome OutcomeOf(PlannedCommand command, Verdict verdict, int message, DeploymentStepContext context)
    {
        var write = command as PlannedCommand.Write;
        var value = write is null ? null : context.Assigned.Nodes.First(n => n.LocUri == write.LocUri).Value;
        var outcome = new NodeOutcome(command.LocUri, value, write?.Verb, verdict.Code.Value, verdict.OriginalError, message);
        if (outcome.IsAcknowledged)
        {
            return outcome;
        }

        var before = context.Reported.Deviations.FirstOrDefault(d =>
            d.LocUri == command.LocUri && d.Value == value && d.Kind is (DeviationKind.Unknown or DeviationKind.Rejected)
        );
        var attempts = (before?.Retry.Attempts ?? 0) + 1;
        return outcome with
        {
            Retry =
                !outcome.WasNeverSent ? Retry.After(verdict.Code, attempts, context.Now, context.Device.Build)
                : verdict.Code == UnsentCommand.SecretMissing ? Retry.Waiting(attempts, context.Now)
                : verdict.Code == StatusCode.TooLarge ? Retry.Waiting(int.MaxValue, context.Now) with { Attempts = attempts }
                : Retry.Never with { Attempts = attempts },
        };
    }
}

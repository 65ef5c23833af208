using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What one message of a step means for where the device stands.</summary>
/// <param name="SyncState">Where it stands now.</param>
/// <param name="Deviations">What stands against its nodes now; null while the step's writes have no answers.</param>
/// <param name="IsNewlyAcknowledged">Whether what it acknowledged changed: the version, or the set of nodes that it may lack.</param>
/// <param name="IsReadBack">Whether everything that was to be read was asked for and answered.</param>
public sealed record StepResult(
    DeviceSyncState SyncState,
    ValueList<SettingDeviation>? Deviations,
    bool IsNewlyAcknowledged,
    bool IsReadBack
)
{
    /// <summary>
    /// LocURIs that the device may lack although the version has them, in order; none while <see cref="Deviations"/> is null.
    /// </summary>
    public IReadOnlyList<string> Without => [.. Missing(Deviations ?? []).Order(StringComparer.Ordinal)];

    /// <param name="state">Where the device stood before the message.</param>
    /// <param name="before">The step before the message; null when it begins with it.</param>
    /// <param name="after">The step after it.</param>
    /// <param name="context">What the step was decided by.</param>
    /// <param name="now">The time of the message.</param>
    public static StepResult Of(
        DeviceSyncState state,
        DeploymentStepSession? before,
        DeploymentStepSession after,
        DeploymentStepContext context,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(context);

        // The version counts as acknowledged once the answers to all its writes are there, good or bad; later the mode and the link add to
        // it.
        var isSettled = DeploymentStep.WritesAnswered(after);
        ValueList<SettingDeviation>? deviations = isSettled ? DeploymentStep.Deviations(after, context) : null;
        var isNews =
            isSettled && (state.Acknowledged != after.To || !Missing(context.Reported.Deviations).SetEquals(Missing(deviations!.Value)));

        var writesOut = after.Open.Any(c => c is not PlannedCommand.Read);
        var readsOut = after.Open.Any(c => c is PlannedCommand.Read);
        var isReadBack = !readsOut && before is not null && after.Phase == DeploymentStepPhase.Done;
        var wasRead = before is { Phase: DeploymentStepPhase.Reading } && after.Phase != DeploymentStepPhase.Reading;
        var times = new ReadTimes(
            wasRead && after.ReadAll ? now : state.ReadAt,
            wasRead && after.Also.HasFlag(ReadGroups.Condition) ? now : state.ConditionReadAt,
            wasRead && after.Also.HasFlag(ReadGroups.Hardware) ? now : state.HardwareReadAt
        );

        return new StepResult(
            state with
            {
                Sent = isSettled || writesOut ? after.To : state.Sent,
                SentAt = writesOut || (isNews && before is null) ? now : state.SentAt,
                Acknowledged = isSettled ? after.To : state.Acknowledged,
                AcknowledgedAt = isNews ? now : state.AcknowledgedAt,
                WasRead = isReadBack
                    ? !deviations!.Value.Any(d => d.Kind == DeviationKind.NotReadBack)
                    : state.WasRead && !writesOut && !readsOut,
                ReadAt = times.Settings,
                ConditionReadAt = times.Condition,
                HardwareReadAt = times.Hardware,
                // While something is out a full read is owed: the session may die before it tells what it changed.
                NextRead =
                    writesOut || readsOut ? DateTimeOffset.UnixEpoch
                    : isReadBack || (isSettled && !state.NeedsFullRead) ? context.Assigned.ReadPlan.NextAfter(times)
                    : state.NextRead,
                NextTry = deviations is { } tried ? NextTryOf(tried) : state.NextTry,
                Deviations = deviations is { } all ? CountOf(all) : state.Deviations,
                Worst = deviations is { } list ? WorstOf(list) : state.Worst,
            },
            deviations,
            isNews,
            isReadBack
        );
    }

    /// <summary>The earliest time at which one of them is sent again by itself; null when none is.</summary>
    private static DateTimeOffset? NextTryOf(ValueList<SettingDeviation> deviations) =>
        deviations.Where(d => d.Kind is DeviationKind.Deferred or DeviationKind.Unknown or DeviationKind.Rejected).Min(d => d.Retry.Next);

    /// <summary>The worst of them: 0 none that anybody must look at, 1 withheld or unknown, 2 refused or differs.</summary>
    private static int WorstOf(ValueList<SettingDeviation> deviations) =>
        deviations.Any(d => d.Kind is DeviationKind.Rejected or DeviationKind.Differs) ? 2
        : CountOf(deviations) > 0 ? 1
        : 0;

    /// <summary>How many of them are exceptions: a node whose value the device does not tell is none.</summary>
    private static int CountOf(ValueList<SettingDeviation> deviations) => deviations.Count(d => d.Kind != DeviationKind.NotReadBack);

    private static HashSet<string> Missing(ValueList<SettingDeviation> deviations) =>
        deviations.Where(d => d.IsMissing).Select(d => d.LocUri).ToHashSet(StringComparer.Ordinal);
}

using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The result of one message of a step for the sync state of the device.</summary>
/// <param name="SyncState">The new sync state.</param>
/// <param name="Deviations">The deviations of its nodes; null while the step's writes are not answered.</param>
/// <param name="IsNewlyAcknowledged">Whether the acknowledged state changed: the version, or the set of nodes that the device may
/// lack.</param>
/// <param name="IsReadBack">Whether everything due was read and answered.</param>
public sealed record StepResult(
    DeviceSyncState SyncState,
    ValueList<SettingDeviation>? Deviations,
    bool IsNewlyAcknowledged,
    bool IsReadBack
)
{
    /// <summary>
    /// LocURIs that the device may lack although the version contains them, in order; none while <see cref="Deviations"/> is null.
    /// </summary>
    public IReadOnlyList<string> Without => [.. Missing(Deviations ?? []).Order(StringComparer.Ordinal)];

    /// <param name="state">The sync state before the message.</param>
    /// <param name="before">The step before the message; null when it begins with the message.</param>
    /// <param name="after">The step after the message.</param>
    /// <param name="context">The data on which the step depends.</param>
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

        // The version counts as acknowledged when all of its writes are answered, successfully or not; the mode and the link are added
        // later.
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
                // While commands are outstanding a full read is pending: the session may end before it reports what it changed.
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

    /// <summary>Returns the earliest time at which one of them is retried automatically; null when none is.</summary>
    private static DateTimeOffset? NextTryOf(ValueList<SettingDeviation> deviations) =>
        deviations.Where(d => d.Kind is DeviationKind.Deferred or DeviationKind.Unknown or DeviationKind.Rejected).Min(d => d.Retry.Next);

    /// <summary>Returns the worst of them: 0 none that needs attention, 1 deferred or unanswered, 2 rejected or different.</summary>
    private static int WorstOf(ValueList<SettingDeviation> deviations) =>
        deviations.Any(d => d.Kind is DeviationKind.Rejected or DeviationKind.Differs) ? 2
        : CountOf(deviations) > 0 ? 1
        : 0;

    /// <summary>Returns the number of setting errors and drifts; a node whose value the device does not return is not counted.</summary>
    private static int CountOf(ValueList<SettingDeviation> deviations) => deviations.Count(d => d.Kind != DeviationKind.NotReadBack);

    private static HashSet<string> Missing(ValueList<SettingDeviation> deviations) =>
        deviations.Where(d => d.IsMissing).Select(d => d.LocUri).ToHashSet(StringComparer.Ordinal);
}

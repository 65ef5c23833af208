using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>
/// The definition of the states: a device is in the state of the first rule in <see cref="InOrder"/> that applies, so that the states are
/// disjoint and every device has one. Each rule is defined here for C# and for SQL; <see cref="DeviceStateSql"/> builds the expression of
/// all.
/// A property test compares the two on both databases.
/// </summary>
/// <param name="State">The state.</param>
/// <param name="Applies">The rule over facts.</param>
/// <param name="Condition">
/// The same condition over <c>enrollments e</c>, <c>device_state s</c> and <c>@staleBefore</c>; NULL counts as false.
/// </param>
internal sealed record DeviceStateRule(DeviceState State, Func<DeviceStateFacts, bool> Applies, Func<DeviceStateTerms, string> Condition)
{
    /// <summary>The most important first: devices that are not managed any more, stale ones, failed ones, then pending ones.</summary>
    public static readonly IReadOnlyList<DeviceStateRule> InOrder =
    [
        new(DeviceState.Unenrolled, d => d.Enrollment.EndedAt is not null, _ => "e.ended_at IS NOT NULL"),
        new(DeviceState.Blocked, d => d.Enrollment.BlockReason == BlockReason.Person, _ => $"e.block_reason = {(int)BlockReason.Person}"),
        new(
            DeviceState.Retiring,
            d => d.Enrollment.RetiringSince is not null || d.Enrollment.BlockReason == BlockReason.Retiring,
            _ => $"e.retiring_since IS NOT NULL OR e.block_reason = {(int)BlockReason.Retiring}"
        ),
        new(DeviceState.Stale, d => d.LastContact < d.StaleBefore, _ => $"{DeviceSql.LastContact} < @staleBefore"),
        new(DeviceState.Failed, d => d.SyncState.Worst == 2, _ => "s.worst = 2"),
        new(DeviceState.Sent, d => d.SyncState.Sent != d.SyncState.Acknowledged, _ => "s.sent <> s.acknowledged"),
        new(DeviceState.Pending, d => d.SyncState.Acknowledged != d.Assigned, terms => $"s.acknowledged <> {terms.Assigned}"),
        new(
            DeviceState.CannotEnforce,
            d => d.RequiresWip && d.Enrollment.Capability.EnforcesWip == false,
            terms => $"{terms.RequiresWip} AND {DeviceSql.EnforcesWip} = 0"
        ),
        new(DeviceState.Attention, d => d.SyncState.Worst == 1, _ => "s.worst = 1"),
        new(DeviceState.UpToDate, _ => true, _ => "TRUE"),
    ];

    /// <summary>The state that follows from the facts.</summary>
    public static DeviceState StateOf(DeviceStateFacts facts) => InOrder.First(rule => rule.Applies(facts)).State;
}

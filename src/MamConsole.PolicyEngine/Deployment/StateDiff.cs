using System.Collections.Immutable;
using MamConsole.PolicyEngine.Nodes;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// Desired minus reported state = the commands that this device still needs (docs/follow-a-policy.md, step 7). Pure; there is no queue that
/// could drift.
/// </summary>
public static class StateDiff
{
    /// <param name="reported">The reported state.</param>
    /// <param name="assigned">The desired state.</param>
    /// <param name="device">The capabilities of the device's Windows.</param>
    /// <param name="now">The current time, which decides whether failed nodes are due for a retry.</param>
    public static DeploymentStepPlan Plan(ReportedState reported, CompiledPolicy assigned, DeviceCapability device, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reported);
        ArgumentNullException.ThrowIfNull(assigned);
        ArgumentNullException.ThrowIfNull(device);

        var known = reported.Acknowledged.Nodes.Where(device.Takes).ToDictionary(n => n.LocUri, StringComparer.Ordinal);
        var deviations = reported.Deviations.ToDictionary(e => e.LocUri, StringComparer.Ordinal);
        var unanswered = Unanswered(known, reported.Sent, device);

        var desired = assigned.Nodes.Where(device.Takes).ToImmutableArray();
        var desiredUris = desired.Select(n => n.LocUri).ToHashSet(StringComparer.Ordinal);

        var writes = desired.Where(NeedsWrite).ToList();
        // Writing DevicePasswordEnabled presets other values (docs/reference/eas.md §3): one changed lock rule sends all of them, except
        // those that this Windows rejected and that are not due for a retry.
        if (writes.Exists(n => n.Stage == NodeStage.DeviceLock))
        {
            writes = [.. desired.Where(n => writes.Contains(n) || (n.Stage == NodeStage.DeviceLock && !Waits(n)))];
        }

        writes = NodeGroups.Whole(writes, desired, Waits);

        var removals = NodeGroups
            .Removals(known.Keys.Union(unanswered, StringComparer.Ordinal).Where(uri => !desiredUris.Contains(uri)), desiredUris)
            .Where(uri => !RemovalWaits(uri))
            .Union(
                deviations
                    .Values.Where(e =>
                        e.Value is null
                        && e.Kind is DeviationKind.Unknown or DeviationKind.Rejected
                        && !desiredUris.Contains(e.LocUri)
                        && !RemovalWaits(e.LocUri)
                    )
                    .Select(e => e.LocUri),
                StringComparer.Ordinal
            )
            .OrderBy(uri => known.TryGetValue(uri, out var node) ? -(int)node.Stage : 0)
            .ToImmutableArray();

        var mode = writes.Find(n => n.Stage == NodeStage.Mode && n.Value != "0");
        var link = writes.Find(n => n.Stage == NodeStage.MdmLink);
        // Lowering the mode to 0 comes first: WIP is never on without its network boundary.
        var atOnce = writes
            .Where(n => n != mode && n != link)
            .OrderBy(n => n.Stage == NodeStage.Mode ? 0 : (int)n.Stage)
            .ToImmutableArray();
        return new DeploymentStepPlan(removals, atOnce, mode, link);

        bool NeedsWrite(CompiledNode node) =>
            deviations.TryGetValue(node.LocUri, out var deviation)
                ? deviation.Kind switch
                {
                    DeviationKind.Deferred => true,
                    DeviationKind.Unknown or DeviationKind.Rejected => !Waits(node),
                    _ => Changed(node),
                }
                : Changed(node);

        bool Changed(CompiledNode node) =>
            unanswered.Contains(node.LocUri) || !known.TryGetValue(node.LocUri, out var old) || old.Value != node.Value;

        // This value failed and is not due for a retry. A value that an unanswered step may have overwritten is sent at once.
        bool Waits(CompiledNode node) =>
            deviations.TryGetValue(node.LocUri, out var e)
            && e.Kind is DeviationKind.Unknown or DeviationKind.Rejected
            && e.Value == node.Value
            && !unanswered.Contains(node.LocUri)
            && !e.Retry.IsDue(now, device.Build);

        bool RemovalWaits(string uri) =>
            deviations.TryGetValue(uri, out var e)
            && e.Kind is DeviationKind.Unknown or DeviationKind.Rejected
            && e.Value is null
            && !e.Retry.IsDue(now, device.Build);
    }

    /// <summary>Returns the nodes whose value an incompletely answered step may have changed.</summary>
    private static HashSet<string> Unanswered(Dictionary<string, CompiledNode> known, CompiledPolicy? sent, DeviceCapability device)
    {
        var unanswered = new HashSet<string>(StringComparer.Ordinal);
        if (sent is not null)
        {
            unanswered.UnionWith(
                sent.Nodes.Where(device.Takes)
                    .Where(n => !known.TryGetValue(n.LocUri, out var old) || old.Value != n.Value)
                    .Select(n => n.LocUri)
            );
            unanswered.UnionWith(known.Keys.Except(sent.Nodes.Select(n => n.LocUri), StringComparer.Ordinal));
        }

        return unanswered;
    }
}

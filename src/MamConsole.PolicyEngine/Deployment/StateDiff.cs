using System.Collections.Immutable;
using MamConsole.PolicyEngine.Nodes;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// Desired minus reported = the few commands that this device still needs (docs/follow-a-policy.md, step 7). Pure; there is no queue that
/// could drift.
/// </summary>
public static class StateDiff
{
    /// <param name="reported">What it has.</param>
    /// <param name="assigned">What it should have.</param>
    /// <param name="device">What this Windows can take.</param>
    /// <param name="now">Decides whether what failed is due to be sent again.</param>
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
        // DevicePasswordEnabled presets other values when it is written (docs/reference/eas.md §3): one changed lock rule sends them all,
        // but for what this Windows refused and is not due again.
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
        // Lowering to 0 comes first: protection never stands without its boundary.
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

        // This very value failed and is not due again. What an unanswered step may have overwritten meanwhile does not wait.
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

    /// <summary>Nodes whose value a half-answered step may or may not have changed.</summary>
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

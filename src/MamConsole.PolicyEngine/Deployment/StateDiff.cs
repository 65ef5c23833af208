using System.Collections.Immutable;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What a device still needs to come from what it has to what it should have.</summary>
/// <param name="Removals">Nodes that no longer belong there.</param>
/// <param name="Writes">Nodes to write at once, in the order of sending.</param>
/// <param name="Mode">The protection mode, when it is to be raised: waits until everything under it is acknowledged.</param>
/// <param name="MdmLink">The MDM link, when it is to be written: waits until the revoke flag was read back.</param>
public sealed record StepPlan(ImmutableArray<string> Removals, ImmutableArray<CompiledNode> Writes, CompiledNode? Mode, CompiledNode? MdmLink)
{
    /// <summary>Whether nothing at all is to be sent.</summary>
    public bool IsEmpty => Removals.IsEmpty && Writes.IsEmpty && Mode is null && MdmLink is null;
}

/// <summary>Desired minus reported = the few commands that this device still needs (house: hop 7). Pure; there is no queue that could drift.</summary>
public static class StateDiff
{
    public static StepPlan Plan(ReportedState reported, CompiledPolicy assigned, DeviceCapability device)
    {
        ArgumentNullException.ThrowIfNull(reported);
        ArgumentNullException.ThrowIfNull(assigned);
        ArgumentNullException.ThrowIfNull(device);

        var known = reported.Acknowledged.Nodes.Where(device.Takes).ToDictionary(n => n.LocUri, StringComparer.Ordinal);
        var deviations = reported.Deviations.ToDictionary(e => e.LocUri, StringComparer.Ordinal);
        var unanswered = Unanswered(known, reported.Sent, device);

        var wanted = assigned.Nodes.Where(device.Takes).ToImmutableArray();
        var wantedUris = wanted.Select(n => n.LocUri).ToHashSet(StringComparer.Ordinal);

        var writes = wanted.Where(NeedsWrite).ToList();
        // DevicePasswordEnabled presets other values when it is written (eas.md §3): one changed lock rule sends them all, but for what this Windows refuses for good.
        if (writes.Exists(n => n.Stage == NodeStage.DeviceLock))
        {
            writes = [.. wanted.Where(n => writes.Contains(n) || (n.Stage == NodeStage.DeviceLock && !RefusedForGood(n)))];
        }

        var removals = known.Keys.Union(unanswered, StringComparer.Ordinal)
            .Where(uri => !wantedUris.Contains(uri) && !IsRemovalRefused(uri))
            .Union(deviations.Values.Where(e => e.Value is null && e.Kind is DeviationKind.Unknown or DeviationKind.Refused && !wantedUris.Contains(e.LocUri) && !IsRemovalRefused(e.LocUri)).Select(e => e.LocUri), StringComparer.Ordinal)
            .OrderBy(uri => known.TryGetValue(uri, out var node) ? -(int)node.Stage : 0)
            .ToImmutableArray();

        var mode = writes.Find(n => n.Stage == NodeStage.Mode && n.Value != "0");
        var link = writes.Find(n => n.Stage == NodeStage.MdmLink);
        // Lowering to 0 comes first: protection never stands without its boundary.
        var atOnce = writes.Where(n => n != mode && n != link).OrderBy(n => n.Stage == NodeStage.Mode ? 0 : (int)n.Stage).ToImmutableArray();
        return new StepPlan(removals, atOnce, mode, link);

        bool NeedsWrite(CompiledNode node) =>
            deviations.TryGetValue(node.LocUri, out var deviation)
                ? deviation.Kind switch
                {
                    DeviationKind.Withheld or DeviationKind.Unknown => true,
                    DeviationKind.Refused => !RefusedForGood(node),
                    _ => Changed(node),
                }
                : Changed(node);

        bool Changed(CompiledNode node) => unanswered.Contains(node.LocUri) || !known.TryGetValue(node.LocUri, out var old) || old.Value != node.Value;

        bool RefusedForGood(CompiledNode node) =>
            deviations.TryGetValue(node.LocUri, out var e) && e.Kind == DeviationKind.Refused && e.Value == node.Value && IsPermanent(e.Code);

        bool IsRemovalRefused(string uri) =>
            deviations.TryGetValue(uri, out var e) && e.Kind == DeviationKind.Refused && e.Value is null && IsPermanent(e.Code);
    }

    /// <summary>Nodes whose value a half-answered step may or may not have changed.</summary>
    private static HashSet<string> Unanswered(Dictionary<string, CompiledNode> known, CompiledPolicy? sent, DeviceCapability device)
    {
        var unanswered = new HashSet<string>(StringComparer.Ordinal);
        if (sent is not null)
        {
            unanswered.UnionWith(sent.Nodes.Where(device.Takes).Where(n => !known.TryGetValue(n.LocUri, out var old) || old.Value != n.Value).Select(n => n.LocUri));
            unanswered.UnionWith(known.Keys.Except(sent.Nodes.Select(n => n.LocUri), StringComparer.Ordinal));
        }

        return unanswered;
    }

    /// <summary>Refused for good: not sent again until something changes. Transient, cancelled and group verdicts are tried again (protocol.md §3.12).</summary>
    public static bool IsPermanent(int? code) => code is { } value && !new StatusCode(value).IsTransient && value is not (214 or 215 or 216 or 507 or 516 or 517);

    /// <summary>Whether the node hangs under a parent that has to be made: AppLocker groupings and PassportForWork's tenant.</summary>
    internal static bool HasDynamicParent(string locUri) =>
        locUri.Contains("/AppLocker/", StringComparison.Ordinal) || locUri.Contains("/PassportForWork/", StringComparison.Ordinal);
}

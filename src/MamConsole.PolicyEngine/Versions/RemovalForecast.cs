using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>
/// Forecasts the effect of each node that is removed between two policies: removing a setting is not the same as undoing it.
/// </summary>
public static class RemovalForecast
{
    private const string LockRequired = "deviceLock.lockRequired";

    /// <param name="from">The policy that PCs have; null = none, so that nothing can be removed.</param>
    /// <param name="to">The new policy.</param>
    public static ValueList<Removal> Between(WrittenPolicy? from, WrittenPolicy to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (from is null)
        {
            return [];
        }

        var retained = Carried(to).Select(carried => carried.Node).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var nodes = Carried(from)
            .Where(carried => !retained.Contains(carried.Node) && seen.Add(carried.Node))
            .GroupBy(carried => (carried.By.Field, Rule: RemovalBehaviorTable.Of(carried.Node) ?? RemovalBehaviorTable.Unknown))
            .Select(group => Describe(group.First().By, group.Key.Rule, group.Select(carried => carried.Node).ToValueList(), to))
            .ToArray();
        var gone = nodes.Select(removal => removal.Field).ToHashSet(StringComparer.Ordinal);
        return [.. nodes, .. Rows(from, to).Where(removal => !gone.Contains(removal.Field))];
    }

    /// <summary>Returns the nodes of a policy, each with the statement that contains it.</summary>
    private static IEnumerable<(Statement By, string Node)> Carried(WrittenPolicy policy)
    {
        foreach (var statement in PolicyWords.Describe(policy))
        {
            foreach (var node in statement.Nodes)
            {
                yield return (statement, node);
            }
        }

        // The lock itself is sent together with any other lock setting, even if it is not set (DeviceLockCompiler).
        if (policy.DeviceLock != new DeviceLockSettings())
        {
            var node = DeviceLockCsp.DevicePasswordEnabled.Uri;
            yield return (
                new Statement(LockRequired, DeviceLockWords.Area, DeviceLockCatalog.Settings.LabelOf("lockRequired"), "", "", [], [node]),
                node
            );
        }
    }

    private static Removal Describe(Statement by, RemovalRule rule, ValueList<string> nodes, WrittenPolicy to) =>
        new(
            by.Area,
            by.Field,
            by.Label,
            rule.Behavior,
            rule.Sentence,
            rule.Certainty,
            rule.Source,
            nodes,
            MayTake(rule.Remedy, to) ? rule.Remedy : null
        );

    /// <summary>
    /// A single lock setting would require a lock again; no other setting is allowed together with "not required" (DL-01).
    /// </summary>
    private static bool MayTake(RemovalRemedy? remedy, WrittenPolicy to) =>
        remedy is not null
        && (
            remedy.Field == LockRequired
            || !remedy.Field.StartsWith("deviceLock.", StringComparison.Ordinal)
            || (to.DeviceLock != new DeviceLockSettings() && to.DeviceLock.LockRequired != false)
        );

    private static IEnumerable<Removal> Rows(WrittenPolicy from, WrittenPolicy to)
    {
        var after = PolicyWords.Describe(to).ToDictionary(s => s.Field, StringComparer.Ordinal);
        return PolicyWords
            .Describe(from)
            .Where(s => s.Items.Except(after.GetValueOrDefault(s.Field)?.Items ?? [], StringComparer.Ordinal).Any())
            .Select(s => RemovalBehaviorTable.OfRows(s.Field) is { } rule ? Describe(s, rule, [], to) : null)
            .OfType<Removal>();
    }
}

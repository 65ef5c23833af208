using System.Collections.Frozen;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Polling;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>
/// Determines the effects of a change between two policies for any PC. Each area has its own method; other areas get a generic text.
/// </summary>
internal static class ImpactFinder
{
    private static readonly FrozenDictionary<string, int> FirstBuilds = CspCatalogue.All.ToFrozenDictionary(
        node => node.Uri,
        node => node.MinimumBuild,
        StringComparer.Ordinal
    );

    /// <summary>Returns the effects, without duplicates.</summary>
    public static IReadOnlyList<PolicyImpact> Between(WrittenPolicy from, WrittenPolicy to)
    {
        // A change without nodes is to a comment or to the assignment: neither affects a PC by itself.
        var areas = PolicyDiff.Compare(from, to).Changes.Where(change => change.Nodes.Count > 0).GroupBy(change => change.Area);
        return [.. areas.SelectMany(area => Of(area.Key, from, to, [.. area]))];
    }

    private static IEnumerable<PolicyImpact> Of(string area, WrittenPolicy from, WrittenPolicy to, Change[] changes) =>
        area switch
        {
            InformationProtectionWords.Area => ProtectionImpacts.Of(from.InformationProtection, to.InformationProtection, changes),
            AppRulesWords.Area => AppImpacts.Of(from.AppRules, to.AppRules),
            NetworkBoundaryWords.Area => [ProtectionImpacts.Boundary(changes)],
            DeviceLockWords.Area => [LockImpacts.Of(from.DeviceLock, to.DeviceLock, changes)],
            HelloPinWords.Area => PinImpacts.Of(from.HelloPin, to.HelloPin, changes),
            HandoffWords.Area => [Link(changes)],
            PollingWords.Area => [Get(area, StrictnessChange.Neutral, "another check-in schedule", 20, changes)],
            CertificatesWords.Area => NamedRowImpacts.Certificates(from.Certificates, to.Certificates, changes),
            ConnectivityWords.Area => NamedRowImpacts.Connections(from.Connectivity, to.Connectivity, changes),
            _ => [Get(area, StrictnessChange.Neutral, $"other settings of “{area}”", 30, changes)],
        };

    private static PolicyImpact Link(Change[] changes)
    {
        const int weight = 55;
        return changes[0].Kind switch
        {
            ChangeKind.Added => new PolicyImpact(
                HandoffWords.Area,
                StrictnessChange.Neutral,
                "is offered the MDM handoff",
                "are offered the MDM handoff",
                weight
            )
            {
                Details = Details(changes),
            },
            ChangeKind.Removed => new PolicyImpact(
                HandoffWords.Area,
                StrictnessChange.Neutral,
                "is no longer offered the MDM handoff",
                "are no longer offered the MDM handoff",
                weight
            )
            {
                Details = Details(changes),
            },
            _ => new PolicyImpact(
                HandoffWords.Area,
                StrictnessChange.Neutral,
                "is offered the handoff to another MDM",
                "are offered the handoff to another MDM",
                weight
            )
            {
                Details = Details(changes),
            },
        };
    }

    /// <summary>Returns an effect with the text "get(s) something".</summary>
    public static PolicyImpact Get(string area, StrictnessChange change, string what, int weight, params Change[] changes) =>
        Verb(area, change, "gets", "get", what, weight, changes);

    /// <summary>Returns an effect with the text "lose(s) something".</summary>
    public static PolicyImpact Lose(string area, StrictnessChange change, string what, int weight, params Change[] changes) =>
        Verb(area, change, "loses", "lose", what, weight, changes);

    /// <summary>Formats the changes as one short line each.</summary>
    public static ValueList<string> Details(IEnumerable<Change> changes) =>
        changes.Select(change => $"{change.Label}: {change.Was ?? "not set"} → {change.Becomes ?? "not set"}").ToValueList();

    private static PolicyImpact Verb(
        string area,
        StrictnessChange change,
        string one,
        string many,
        string what,
        int weight,
        Change[] changes
    ) =>
        new(area, change, $"{one} {what}", $"{many} {what}", weight)
        {
            Details = Details(changes),
            MinimumBuild = changes
                .SelectMany(change => change.Nodes)
                .Select(node => FirstBuilds.GetValueOrDefault(node))
                .DefaultIfEmpty()
                .Min(),
        };
}

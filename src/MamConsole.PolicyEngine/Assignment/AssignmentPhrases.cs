using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The parts of sentences about who gets a policy.</summary>
internal static class AssignmentPhrases
{
    /// <summary>"the group Sales", "the groups Sales and Field".</summary>
    public static string Groups(IReadOnlyCollection<RuleGroup> groups) =>
        groups.Count == 0
            ? "no group"
            : $"the {(groups.Count == 1 ? "group" : "groups")} {Wording.List(groups.Select(g => g.Name).ToValueList())}";

    /// <summary>"Windows 11 23H2 and earlier"; empty without bounds.</summary>
    public static string Builds(AssignmentRule rule) =>
        (rule.FromBuild, rule.ToBuild) switch
        {
            (null, null) => "",
            ({ } from, null) => $"{WindowsReleases.NameOf(from)} and later",
            (null, { } to) => $"{WindowsReleases.NameOf(to)} and earlier",
            ({ } from, { } to) when from == to => $"{WindowsReleases.NameOf(from)} only",
            ({ } from, { } to) => $"{WindowsReleases.NameOf(from)} to {WindowsReleases.NameOf(to)}",
        };

    /// <summary>"editions Home and Pro".</summary>
    public static string Editions(AssignmentRule rule) =>
        $"{(rule.Editions.Length == 1 ? "edition" : "editions")} {Wording.List(rule.Editions.Select(e => e.ToString()).ToValueList())}";

    /// <summary>"ring Pilot", "rings Pilot and Early".</summary>
    public static string Rings(AssignmentRule rule) =>
        $"{(rule.Rings.Length == 1 ? "ring" : "rings")} {Wording.List(rule.Rings.ToValueList())}";
}

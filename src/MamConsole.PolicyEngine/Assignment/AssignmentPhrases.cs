using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Parts of sentences that describe an assignment.</summary>
internal static class AssignmentPhrases
{
    /// <summary>Returns "the group Sales" or "the groups Sales and Field".</summary>
    public static string Groups(IReadOnlyCollection<RuleGroup> groups) =>
        groups.Count == 0
            ? "no group"
            : $"the {(groups.Count == 1 ? "group" : "groups")} {Wording.List(groups.Select(g => g.Name).ToValueList())}";

    /// <summary>Returns "Windows 11 23H2 and earlier"; empty without bounds.</summary>
    public static string Builds(AssignmentRule rule) =>
        (rule.FromBuild, rule.ToBuild) switch
        {
            (null, null) => "",
            ({ } from, null) => $"{WindowsReleases.NameOf(from)} and later",
            (null, { } to) => $"{WindowsReleases.NameOf(to)} and earlier",
            ({ } from, { } to) when from == to => $"{WindowsReleases.NameOf(from)} only",
            ({ } from, { } to) => $"{WindowsReleases.NameOf(from)} to {WindowsReleases.NameOf(to)}",
        };

    /// <summary>Returns "editions Home and Pro".</summary>
    public static string Editions(AssignmentRule rule) =>
        $"{(rule.Editions.Length == 1 ? "edition" : "editions")} {Wording.List(rule.Editions.Select(e => e.ToString()).ToValueList())}";

    /// <summary>Returns "ring Pilot" or "rings Pilot and Early".</summary>
    public static string Rings(AssignmentRule rule) =>
        $"{(rule.Rings.Length == 1 ? "ring" : "rings")} {Wording.List(rule.Rings.ToValueList())}";
}

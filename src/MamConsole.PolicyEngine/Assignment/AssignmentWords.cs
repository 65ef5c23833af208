using System.Globalization;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Describes the assignment as statements, one for each field, so that each is understood separately in a change list.</summary>
internal static class AssignmentWords
{
    public const string Area = "Assignments";

    public static IEnumerable<Statement> Describe(AssignmentSettings s) =>
        [.. To(s), .. Whose(s), .. Priority(s), .. Excepted(s), .. Filters(s)];

    private static IEnumerable<Statement> To(AssignmentSettings s)
    {
        (string Value, string Sentence)? text = s.To switch
        {
            AssignmentKind.Nobody => ("nobody", "Nobody gets this policy."),
            AssignmentKind.Everyone => ("everyone", "Applies to everyone not covered by a higher-priority policy."),
            AssignmentKind.People => ("people", "Only the selected people get this policy."),
            AssignmentKind.Groups => ("groups", "Only members of the selected groups get this policy."),
            _ => null,
        };
        if (text is { } to)
        {
            yield return ToStatement("to", to.Value, to.Sentence, []);
        }
    }

    /// <summary>Describes the lists; an unused list is described too, so that every change to the document is visible.</summary>
    private static IEnumerable<Statement> Whose(AssignmentSettings s)
    {
        static string NotUsed(string what) => $"The selected {what} are stored but not used with this kind of assignment.";
        if (s.To == AssignmentKind.People || s.People.Count > 0)
        {
            yield return ToStatement(
                "people",
                People(s.People.Count),
                s.To != AssignmentKind.People ? NotUsed("people")
                    : s.People.Count == 0 ? "No people are selected."
                    : $"The policy is assigned to {Wording.List(s.People)}.",
                s.People
            );
        }

        if (s.To == AssignmentKind.Groups || s.Groups.Count > 0)
        {
            yield return ToStatement(
                "groups",
                Wording.Unit(s.Groups.Count, "group"),
                s.To != AssignmentKind.Groups ? NotUsed("groups")
                    : s.Groups.Count == 0 ? "No groups are selected."
                    : $"The policy is assigned to members of {Names(s.Groups)}, and of groups nested in "
                        + $"{(s.Groups.Count == 1 ? "it" : "them")}.",
                Items(s.Groups)
            );
        }
    }

    private static IEnumerable<Statement> Priority(AssignmentSettings s)
    {
        if (Wording.Typed(s.Priority) is { } typed)
        {
            yield return ToStatement(
                "priority",
                typed,
                $"The priority is {typed}: a policy with a lower number that matches the same PC takes precedence.",
                []
            );
        }
    }

    private static IEnumerable<Statement> Excepted(AssignmentSettings s)
    {
        if (s.ExceptGroups.Count > 0)
        {
            yield return ToStatement(
                "exceptGroups",
                Wording.Unit(s.ExceptGroups.Count, "group"),
                $"Members of {Names(s.ExceptGroups)} do not get the policy.",
                Items(s.ExceptGroups)
            );
        }

        if (s.ExceptPeople.Count > 0)
        {
            yield return ToStatement(
                "exceptPeople",
                People(s.ExceptPeople.Count),
                $"{Wording.List(s.ExceptPeople)} {(s.ExceptPeople.Count == 1 ? "does" : "do")} not get the policy.",
                s.ExceptPeople
            );
        }
    }

    private static IEnumerable<Statement> Filters(AssignmentSettings s)
    {
        if (Wording.Typed(s.FromBuild) is { } from)
        {
            yield return ToStatement("fromBuild", Build(from), $"Only PCs with {Build(from)} or later get the policy.", []);
        }

        if (Wording.Typed(s.ToBuild) is { } to)
        {
            yield return ToStatement("toBuild", Build(to), $"Only PCs with {Build(to)} or earlier get the policy.", []);
        }

        if (s.Editions.Count > 0)
        {
            var names = s.Editions.Select(e => e.ToString()).ToValueList();
            yield return ToStatement("editions", Wording.List(names), $"Only PCs with {Wording.List(names)} get the policy.", names);
        }

        if (s.Rings.Count > 0)
        {
            yield return ToStatement(
                "rings",
                Wording.List(s.Rings),
                $"Only PCs in {(s.Rings.Count == 1 ? "ring" : "the rings")} {Wording.List(s.Rings)} get the policy.",
                s.Rings
            );
        }
    }

    private static string People(int count) => count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count} people");

    private static string Build(string typed) => FindingRules.Number(typed) is { } build ? WindowsReleases.NameOf(build) : typed;

    private static string Names(ValueList<GroupReference> groups) =>
        Wording.List(groups.Select(g => Wording.Typed(g.Name) ?? g.Id).ToValueList());

    /// <summary>The names with the ids, because two groups may have the same name.</summary>
    private static ValueList<string> Items(ValueList<GroupReference> groups) =>
        groups.Select(g => Wording.Typed(g.Name) is { } name ? $"{name} ({g.Id})" : g.Id).ToValueList();

    private static Statement ToStatement(string field, string value, string sentence, ValueList<string> items) =>
        new($"assignment.{field}", Area, AssignmentCatalog.Settings.LabelOf(field), value, sentence, items, []);
}

using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// Rules AS-03 and AS-04: groups are identified by their object id, appear in a list once, and are not both included and excluded.
/// </summary>
internal static class AssignmentGroupRules
{
    public static void Check(AssignmentSettings s, ValidationContext<AssignmentSettings> context)
    {
        var chosen = s.To == AssignmentKind.Groups ? s.Groups : [];
        if (s.To == AssignmentKind.Groups && s.Groups.Count == 0)
        {
            context.AddFinding("Groups", "AS-03", Severity.Block, "Choose at least one group, or choose nobody.");
        }

        Rows("Groups", chosen, context);
        Rows("ExceptGroups", s.ExceptGroups, context);

        var desired = chosen.Select(g => IdOf(g)).OfType<Guid>().ToHashSet();
        foreach (var (i, group) in s.ExceptGroups.Index().Where(row => IdOf(row.Item) is { } id && desired.Contains(id)))
        {
            context.AddFinding(
                $"ExceptGroups[{i}]",
                "AS-04",
                Severity.Block,
                $"{NameOf(group)} is both included and excluded, so none of its members would get the policy. Remove it "
                    + "from one of the two lists."
            );
        }
    }

    private static void Rows(string field, ValueList<GroupReference> groups, ValidationContext<AssignmentSettings> context)
    {
        var seen = new HashSet<Guid>();
        foreach (var (i, group) in groups.Index())
        {
            if (IdOf(group) is not { } id)
            {
                context.AddFinding(
                    $"{field}[{i}]",
                    "AS-03",
                    Severity.Block,
                    $"“{group.Id}” is not a valid object id. Search for the group, or copy its object id from Entra: 36 characters "
                        + "with hyphens."
                );
            }
            else if (!seen.Add(id))
            {
                context.AddFinding($"{field}[{i}]", "AS-03", Severity.Block, $"{NameOf(group)} is already in the list.");
            }
        }
    }

    private static Guid? IdOf(GroupReference group) => Guid.TryParseExact(group.Id.Trim(), "D", out var id) && id != Guid.Empty ? id : null;

    private static string NameOf(GroupReference group) => Wording.Typed(group.Name) ?? group.Id;
}

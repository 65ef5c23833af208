using System.Collections.Frozen;
using System.Collections.Immutable;
using Dapper;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// Assignments as conditions on the rows of <c>enrollments e</c>, so that the database counts and pages a fleet of any size. The conditions
/// are equivalent to <see cref="AssignmentRule.MissOf"/>; a test compares the two.
/// </summary>
internal sealed class AudienceSql(Dialect dialect)
{
    private int given;

    /// <summary>The parameters of the conditions that were built so far.</summary>
    public DynamicParameters Values { get; } = new();

    /// <summary>The condition for PCs that match the rule.</summary>
    public string Matches(AssignmentRule rule)
    {
        if (!rule.IsForSomebody)
        {
            return "FALSE";
        }

        var conditions = new List<string>();
        switch (rule.To)
        {
            case AssignmentKind.People:
                conditions.Add(Named(rule.People));
                break;
            case AssignmentKind.Groups:
                conditions.Add(InAny(rule.Groups));
                break;
        }

        if (rule.ExceptPeople.Count > 0)
        {
            conditions.Add($"NOT {Named(rule.ExceptPeople)}");
        }

        if (!rule.ExceptGroups.IsEmpty)
        {
            conditions.Add($"NOT {InAny(rule.ExceptGroups)}");
        }

        // An unknown build or edition is NULL and matches no filter. The condition yields false for it, because NOT of NULL stays NULL.
        if (rule.FromBuild is { } from)
        {
            conditions.Add($"coalesce(e.os_build >= @{Give((long)from)}, FALSE)");
        }

        if (rule.ToBuild is { } to)
        {
            conditions.Add($"coalesce(e.os_build <= @{Give((long)to)}, FALSE)");
        }

        if (!rule.Editions.IsEmpty)
        {
            conditions.Add(
                $"coalesce({dialect.AnyOf("e.os_edition", Give(Editions.NumbersOf(rule.Editions).Select(n => (long)n).ToArray()))}, FALSE)"
            );
        }

        if (!rule.Rings.IsEmpty)
        {
            conditions.Add(dialect.AnyOf("lower(e.ring)", Give(rule.Rings.Select(r => r.ToLowerInvariant()).ToArray())));
        }

        return conditions.Count == 0 ? "TRUE" : $"({string.Join(" AND ", conditions)})";
    }

    /// <summary>The condition for PCs that match the rule and no rule with a higher priority.</summary>
    public string Gets(AssignmentRule rule, IEnumerable<AssignmentRule> before)
    {
        string[] others = [.. before.Where(b => b.IsForSomebody).Select(Matches)];
        return others.Length == 0 ? Matches(rule) : $"({Matches(rule)} AND NOT ({string.Join(" OR ", others)}))";
    }

    private string Named(FrozenSet<string> people) =>
        people.Count == 0 ? "FALSE" : $"({dialect.AnyOf("lower(e.upn)", Give(people.Select(p => p.ToLowerInvariant()).ToArray()))})";

    private string InAny(ImmutableArray<RuleGroup> groups) =>
        groups.IsEmpty
            ? "FALSE"
            : "EXISTS (SELECT 1 FROM person_groups g WHERE g.object_id = e.object_id AND "
                + $"{dialect.AnyOf("g.group_id", Give(groups.Select(g => g.Id).ToArray()))})";

    private string Give(object value)
    {
        // Dapper expands a list to one parameter per item and appends a number to the name. The suffix prevents collisions of these names.
        var name = $"a{given++}x";
        Values.Add(name, value);
        return name;
    }
}

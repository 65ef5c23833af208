using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>Compares two written policies by their statements, so that a change list uses the same texts as the policy.</summary>
public static class PolicyDiff
{
    /// <param name="from">The earlier policy; null = none.</param>
    /// <param name="to">The later policy.</param>
    public static ChangeList Compare(WrittenPolicy? from, WrittenPolicy to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var was = from is null ? [] : PolicyWords.Describe(from).ToArray();
        var becomes = PolicyWords.Describe(to).ToArray();
        var before = was.ToDictionary(s => s.Field, StringComparer.Ordinal);
        var after = becomes.Select(s => s.Field).ToHashSet(StringComparer.Ordinal);

        // Removed settings are listed with the rest of their area; OrderBy is stable, so the areas retain their order.
        var areas = PolicyWords.Areas.ToList();
        return new ChangeList(
            becomes
                .Select(s => before.TryGetValue(s.Field, out var old) ? Changed(old, s) : Added(s))
                .OfType<Change>()
                .Concat(was.Where(s => !after.Contains(s.Field)).Select(Removed))
                .OrderBy(change => areas.IndexOf(change.Area))
                .Select(change => change.IsComment ? change : change with { Comment = to.Comments?.At(change.Field) })
                .ToValueList()
        )
        {
            Removals = RemovalForecast.Between(from, to),
        };
    }

    private static Change Added(Statement s) =>
        new(ChangeKind.Added, s.Area, s.Field, s.Label, s.Sentence, null, s.Value, s.Items, [], s.Nodes);

    private static Change Removed(Statement s) =>
        new(
            ChangeKind.Removed,
            s.Area,
            s.Field,
            s.Label,
            s.Nodes.Count == 0 ? $"{s.Label}: removed." : $"{s.Label}: no longer set, so Windows’ default applies.",
            s.Value,
            null,
            [],
            s.Items,
            s.Nodes
        );

    private static Change? Changed(Statement was, Statement becomes)
    {
        // A comment is labeled by its setting, which may have been added or removed independently.
        if (was == becomes || (FieldCommentsWords.IsComment(becomes.Field) && was.Value == becomes.Value))
        {
            return null;
        }

        if (was.Secrets != becomes.Secrets && (was with { Secrets = becomes.Secrets, Nodes = becomes.Nodes }) == becomes)
        {
            return new Change(
                ChangeKind.Changed,
                becomes.Area,
                becomes.Field,
                becomes.Label,
                $"{becomes.Label}: a secret was replaced. {becomes.Sentence}",
                "the previous secret",
                "replaced",
                [],
                [],
                was.Nodes.Union(becomes.Nodes, StringComparer.Ordinal).ToValueList()
            );
        }

        var added = Except(becomes.Items, was.Items);
        var removed = Except(was.Items, becomes.Items);
        var moved = becomes.Items.Count > 0 && added.Count == 0 && removed.Count == 0 && was.Items != becomes.Items;
        var sentence =
            moved && becomes.Items.Count == was.Items.Count
                ? $"{becomes.Label}: the same rows in another order. {becomes.Sentence}"
                : becomes.Sentence;
        return new Change(
            ChangeKind.Changed,
            becomes.Area,
            becomes.Field,
            becomes.Label,
            sentence,
            was.Value,
            becomes.Value,
            added,
            removed,
            was.Nodes.Union(becomes.Nodes, StringComparer.Ordinal).ToValueList()
        );
    }

    /// <summary>Returns the items that one list has and the other does not; a row that appears twice counts twice.</summary>
    private static ValueList<string> Except(ValueList<string> these, ValueList<string> those)
    {
        var rest = those
            .GroupBy(item => item, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var only = new List<string>();
        foreach (var item in these)
        {
            if (rest.GetValueOrDefault(item) is > 0 and var left)
            {
                rest[item] = left - 1;
            }
            else
            {
                only.Add(item);
            }
        }

        return only.ToValueList();
    }
}

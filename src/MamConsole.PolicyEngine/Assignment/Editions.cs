using System.Collections.Frozen;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The PRODUCT_ numbers that an enrollment reports (docs/reference/protocol.md §1.3), by family.</summary>
public static class Editions
{
    private static readonly FrozenDictionary<int, EditionFamily> Families = new Dictionary<EditionFamily, int[]>
    {
        [EditionFamily.Home] = [98, 99, 100, 101],
        [EditionFamily.Pro] = [48, 49, 103, 138, 139, 161, 162, 164, 165],
        [EditionFamily.Enterprise] = [4, 27, 70, 72, 84, 125, 126, 129, 130, 175, 188, 191],
        [EditionFamily.Education] = [121, 122],
    }
        .SelectMany(family => family.Value.Select(number => (number, family.Key)))
        .ToFrozenDictionary(pair => pair.number, pair => pair.Key);

    /// <summary>Returns null for a number without a family, and for none.</summary>
    public static EditionFamily? FamilyOf(int? edition) =>
        edition is { } number && Families.TryGetValue(number, out var family) ? family : null;

    /// <summary>Returns the numbers of these families, ascending.</summary>
    public static int[] NumbersOf(IEnumerable<EditionFamily> families)
    {
        var desired = families.ToHashSet();
        return [.. Families.Where(pair => desired.Contains(pair.Value)).Select(pair => pair.Key).Order()];
    }
}

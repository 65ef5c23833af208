using System.Globalization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>Adds up effects over groups of PCs and summarizes them in one sentence.</summary>
internal sealed class ImpactSummary
{
    /// <summary>The maximum number of parts in the sentence; the table contains all of them.</summary>
    private const int MaximumParts = 4;

    private readonly Dictionary<string, Sum> sums = new(StringComparer.Ordinal);

    public int Unchanged { get; private set; }

    public void Add(PolicyImpact impact, DeviceGroup group)
    {
        if (!sums.TryGetValue(impact.Many, out var sum))
        {
            sums.Add(impact.Many, sum = new Sum(impact));
        }

        sum.Add(impact, group);
    }

    public void AddUnchanged(DeviceGroup group) => Unchanged += group.Devices;

    public void AddUnassigned(int devices)
    {
        if (devices > 0)
        {
            Add(
                new PolicyImpact("", StrictnessChange.Neutral, "no longer gets this policy", "no longer get this policy", 95),
                new DeviceGroup(-1, null, null, false, devices)
            );
        }
    }

    public ValueList<ImpactRow> Rows() =>
        Ordered()
            .Select(sum => new ImpactRow(
                sum.Effect.Area,
                sum.Effect.StrictnessChange,
                sum.Devices,
                sum.Effect.Many,
                sum.Details.ToValueList()
            ))
            .ToValueList();

    /// <param name="devices">The PCs that would get the policy.</param>
    public string Sentence(int devices)
    {
        if (sums.Count == 0)
        {
            return devices == 0
                ? "No PC gets this now."
                : $"Nothing changes on {(devices == 1 ? "the one PC that gets this" : $"the {Number(devices)} PCs that get this")}.";
        }

        // Effects on the same PCs are combined into one part: "37 PCs get a stricter lock and lose Notepad".
        var parts = Ordered().GroupBy(sum => sum.Who).ToArray();
        var groups = parts
            .Take(MaximumParts)
            .OrderBy(part =>
                part.First().Effect.StrictnessChange is StrictnessChange.NotEnforced or StrictnessChange.Unsure
                || part.First().Effect.Weight <= 10
            )
            .ToArray();
        var words = string.Join(", ", groups.Select((part, i) => Part([.. part], first: i == 0)));
        return parts.Length > groups.Length ? $"{words}; more effects are listed below." : $"{words}.";
    }

    private IEnumerable<Sum> Ordered() =>
        sums
            .Values.OrderByDescending(sum => sum.Effect.Weight)
            .ThenByDescending(sum => sum.Devices)
            .ThenBy(sum => sum.Effect.Many, StringComparer.Ordinal);

    private static string Part(Sum[] sums, bool first)
    {
        const int most = 3;
        var one = sums[0].Devices == 1;
        var verbs = sums.Take(most).Select(sum => one ? sum.Effect.One : sum.Effect.Many).ToArray();
        var did = verbs.Length == 1 ? verbs[0] : $"{string.Join(", ", verbs[..^1])} and {verbs[^1]}";
        return $"{Number(sums[0].Devices)}{(first ? one ? " PC" : " PCs" : "")} "
            + $"{did}{(sums.Length > most ? $" (and {sums.Length - most} more)" : "")}";
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>One effect over all groups that have it.</summary>
    private sealed class Sum(PolicyImpact impact)
    {
        private readonly SortedSet<string> who = new(StringComparer.Ordinal);

        public PolicyImpact Effect { get; } = impact;

        public int Devices { get; private set; }

        /// <summary>All lines without duplicates, in the order of the groups.</summary>
        public List<string> Details { get; } = [];

        /// <summary>The distinct groups.</summary>
        public string Who => string.Join(';', who);

        public void Add(PolicyImpact impact, DeviceGroup group)
        {
            who.Add(group.ToString());
            Devices += group.Devices;
            Details.AddRange(impact.Details.Except(Details, StringComparer.Ordinal));
        }
    }
}

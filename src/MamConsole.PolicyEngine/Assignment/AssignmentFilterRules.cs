using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Rule AS-05: the filters can be met.</summary>
internal static class AssignmentFilterRules
{
    /// <summary>Before it no Windows speaks MAM; after it none is to be expected soon.</summary>
    public const int FirstBuild = 15063;
    public const int LastBuild = 99999;

    /// <summary>The longest name of a ring.</summary>
    public const int MaximumRingLength = 32;

    public static void Check(AssignmentSettings s, ValidationContext<AssignmentSettings> context)
    {
        Build("FromBuild", s.FromBuild, context);
        Build("ToBuild", s.ToBuild, context);
        if (FindingRules.Number(s.FromBuild) is { } from && FindingRules.Number(s.ToBuild) is { } to && from > to)
        {
            context.AddFinding(
                "ToBuild",
                "AS-05",
                Severity.Block,
                $"No Windows is {WindowsReleases.NameOf(from)} or later and {WindowsReleases.NameOf(to)} or earlier at once. "
                    + "Exchange the two, or leave one empty."
            );
        }

        if (s.Editions.Any(e => !Enum.IsDefined(e)))
        {
            context.AddFinding("Editions", "AS-05", Severity.Block, "Choose among Home, Pro, Enterprise and Education.");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, ring) in s.Rings.Index())
        {
            if (RingName.FaultOf(ring) is { } fault)
            {
                context.AddFinding(
                    $"Rings[{i}]",
                    "AS-05",
                    Severity.Block,
                    fault,
                    ring.Trim() is var trimmed && trimmed != ring && RingName.FaultOf(trimmed) is null ? trimmed : null
                );
            }
            else if (!seen.Add(ring))
            {
                context.AddFinding($"Rings[{i}]", "AS-05", Severity.Block, "This ring stands in the list already.");
            }
        }
    }

    private static void Build(string field, string typed, ValidationContext<AssignmentSettings> context)
    {
        if (!FindingRules.EmptyOrWithin(typed, FirstBuild, LastBuild))
        {
            context.AddFinding(
                field,
                "AS-05",
                Severity.Block,
                $"Write the build’s number alone, from {FirstBuild} on: 22631 is Windows 11 23H2."
            );
        }
    }
}

using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Rule AS-05: the filters are valid and can match a PC.</summary>
internal static class AssignmentFilterRules
{
    /// <summary>Earlier Windows versions have no MAM client; later build numbers are not expected soon.</summary>
    public const int FirstBuild = 15063;
    public const int LastBuild = 99999;

    /// <summary>The maximum length of a ring name.</summary>
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
                $"No Windows version is both {WindowsReleases.NameOf(from)} or later and {WindowsReleases.NameOf(to)} or earlier. "
                    + "Swap the two values, or clear one of them."
            );
        }

        if (s.Editions.Any(e => !Enum.IsDefined(e)))
        {
            context.AddFinding("Editions", "AS-05", Severity.Block, "Choose Home, Pro, Enterprise or Education.");
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
                context.AddFinding($"Rings[{i}]", "AS-05", Severity.Block, "This ring is already in the list.");
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
                $"Enter only the build number, {FirstBuild} or greater: 22631 is Windows 11 23H2."
            );
        }
    }
}

using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// Rules AS-06 to AS-08: what filters and the other published policies leave of an assignment. They need counts; nobody counts while
/// somebody types.
/// </summary>
internal static class AssignmentReachRules
{
    public static void Check(AssignmentSettings s, ValidationContext<AssignmentSettings> context)
    {
        if (context.Facts().Fleet?.Assignment is not { } facts)
        {
            return;
        }

        if (facts is { Matching: 0, WithoutFilters: > 0 } && FilterOf(s) is { } filter)
        {
            context.AddFinding(
                filter,
                "AS-06",
                Severity.Warn,
                $"No PC that is enrolled meets the filters; without them {Pcs(facts.WithoutFilters)} would. Widen them, or say "
                    + "that you expect such PCs to come."
            );
        }

        foreach (var competing in facts.CompetingPolicies)
        {
            if (competing.ByAgeAlone)
            {
                context.AddFinding(
                    "Priority",
                    "AS-07",
                    Severity.Warn,
                    $"“{competing.Name}” has the same priority and reaches as far, and {Pcs(competing.Both)} "
                        + $"{(competing.Both == 1 ? "matches" : "match")} both: only its age makes "
                        + $"{(competing.ComesFirst ? $"“{competing.Name}”" : "this policy")} come first. Give one of them a "
                        + "lower number."
                );
            }
            else if (competing.ComesFirst)
            {
                context.AddFinding(
                    "To",
                    "AS-08",
                    Severity.Note,
                    $"{Pcs(competing.Both)} of those that match {(competing.Both == 1 ? "gets" : "get")} “{competing.Name}” "
                        + "instead, which comes first."
                );
            }
        }
    }

    private static string? FilterOf(AssignmentSettings s) =>
        s.Rings.Count > 0 ? "Rings"
        : s.Editions.Count > 0 ? "Editions"
        : s.ToBuild.Length > 0 ? "ToBuild"
        : s.FromBuild.Length > 0 ? "FromBuild"
        : null;

    private static string Pcs(int count) => Wording.Unit(count, "PC");
}

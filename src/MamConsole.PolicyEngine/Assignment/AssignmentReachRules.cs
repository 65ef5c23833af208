using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// Rules AS-06 to AS-08: the PCs that remain for an assignment after filters and other published policies. They require counts, which are
/// not available while a person types.
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
                $"No enrolled PC matches the filters; without them {Pcs(facts.WithoutFilters)} would. Broaden them, or confirm "
                    + "that such PCs are expected."
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
                    $"“{competing.Name}” has the same priority and the same scope, and {Pcs(competing.Both)} "
                        + $"{(competing.Both == 1 ? "matches" : "match")} both: only the age of the policies gives "
                        + $"{(competing.ComesFirst ? $"“{competing.Name}”" : "this policy")} precedence. Give one of them a "
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
                        + "instead, which takes precedence."
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

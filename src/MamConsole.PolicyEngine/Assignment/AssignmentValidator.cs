using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// Rules AS-01 to AS-08: people and groups are valid, nobody is both included and excluded, the priority and the filters are valid, and the
/// effect of other published policies is reported.
/// </summary>
internal sealed class AssignmentValidator : AbstractValidator<AssignmentSettings>
{
    public AssignmentValidator()
    {
        RuleFor(s => s.To)
            .Must(to => to is null || Enum.IsDefined(to.Value))
            .WithFinding("AS-01", Severity.Block, "Choose nobody, everyone, people or groups.");
        RuleFor(s => s)
            .Custom(
                (s, context) =>
                {
                    if (s.To is null or AssignmentKind.Nobody)
                    {
                        return;
                    }

                    People(s, context);
                    Priority(s, context);
                    AssignmentGroupRules.Check(s, context);
                    AssignmentFilterRules.Check(s, context);
                    AssignmentReachRules.Check(s, context);
                }
            );
    }

    private static void People(AssignmentSettings s, ValidationContext<AssignmentSettings> context)
    {
        if (s.To == AssignmentKind.People)
        {
            if (s.People.Count == 0)
            {
                context.AddFinding("People", "AS-01", Severity.Block, "Enter at least one person, or choose nobody.");
            }

            Rows("People", s.People, context);
        }

        Rows("ExceptPeople", s.ExceptPeople, context);
        var named = s.People.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, person) in s.ExceptPeople.Index().Where(row => s.To == AssignmentKind.People && named.Contains(row.Item)))
        {
            context.AddFinding(
                $"ExceptPeople[{i}]",
                "AS-04",
                Severity.Block,
                $"{person} is both included and excluded. Remove the name from one of the two lists."
            );
        }
    }

    private static void Rows(string field, ValueList<string> people, ValidationContext<AssignmentSettings> context)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, person) in people.Index())
        {
            if (FaultOf(person) is { } fault)
            {
                var trimmed = person.Trim();
                context.AddFinding(
                    $"{field}[{i}]",
                    "AS-01",
                    Severity.Block,
                    fault,
                    trimmed != person && FaultOf(trimmed) is null ? trimmed : null
                );
            }
            else if (!seen.Add(person))
            {
                context.AddFinding($"{field}[{i}]", "AS-01", Severity.Block, "This person is already in the list.");
            }
        }
    }

    private static void Priority(AssignmentSettings s, ValidationContext<AssignmentSettings> context)
    {
        if (!FindingRules.EmptyOrWithin(s.Priority, AssignmentRule.LowestPriority, AssignmentRule.HighestPriority))
        {
            context.AddFinding(
                "Priority",
                "AS-02",
                Severity.Block,
                $"The priority must be a whole number from {AssignmentRule.LowestPriority} to {AssignmentRule.HighestPriority}, the "
                    + "lowest "
                    + $"first. Leave it empty for {AssignmentRule.UsualPriority}."
            );
        }
    }

    /// <summary>A rough check: Entra accepts more than it documents, so only values that cannot be a UPN are rejected.</summary>
    private static string? FaultOf(string person) =>
        person switch
        {
            "" => "The row is empty: enter a user principal name or remove the row.",
            _ when person.Any(HostText.IsBlank) => "A user principal name cannot contain spaces.",
            _ when person.Split('@') is not [{ Length: > 0 }, { Length: > 0 } domain]
                    || DomainName.Canonical(domain) is not { } name
                    || !name.Contains('.', StringComparison.Ordinal) => "Enter the user principal name, such as ana@contoso.com.",
            _ => null,
        };
}

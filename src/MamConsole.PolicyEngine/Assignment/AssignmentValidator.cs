using FluentValidation;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Rule AS-01: named people are there, and each name can be a user principal name.</summary>
internal sealed class AssignmentValidator : AbstractValidator<AssignmentSettings>
{
    public AssignmentValidator()
    {
        RuleFor(s => s.To).Must(to => to is null || Enum.IsDefined(to.Value))
            .Says("AS-01", Severity.Block, "Choose nobody, everyone or named people.");
        RuleFor(s => s).Custom(People);
    }

    private static void People(AssignmentSettings s, ValidationContext<AssignmentSettings> context)
    {
        if (s.To != AssignmentKind.People)
        {
            return;
        }

        if (s.People.Count == 0)
        {
            context.Say("People", "AS-01", Severity.Block, "Name at least one person, or choose nobody.");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, person) in s.People.Index())
        {
            if (FaultOf(person) is { } fault)
            {
                var trimmed = person.Trim();
                context.Say($"People[{i}]", "AS-01", Severity.Block, fault, trimmed != person && FaultOf(trimmed) is null ? trimmed : null);
            }
            else if (!seen.Add(person))
            {
                context.Say($"People[{i}]", "AS-01", Severity.Block, "This person stands in the list already.");
            }
        }
    }

    /// <summary>Entra's rules for a UPN are looser than they look; this catches what can be none at all.</summary>
    private static string? FaultOf(string person) => person switch
    {
        "" => "Empty row: write a user principal name or remove the row.",
        _ when person.Any(HostText.IsBlank) => "A user principal name has no blanks.",
        _ when person.Split('@') is not [{ Length: > 0 }, { Length: > 0 } domain] || DomainName.Canonical(domain) is not { } name
            || !name.Contains('.', StringComparison.Ordinal) =>
            "Write the user principal name, such as ana@contoso.com.",
        _ => null,
    };
}

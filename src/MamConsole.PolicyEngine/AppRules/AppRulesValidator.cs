using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Rules W-APP about the lists as a whole (docs/reference/wip-authoring.md §5.5); those about one row are in <see cref="AppRowRules"/>.
/// </summary>
/// <remarks>
/// W-APP-01 to 03, 06, 21 and 22 are promises of the compiler, which <see cref="AppListNodeRules"/> holds it to. Linear in the number of
/// rows:
/// doubles are found by hash.
/// </remarks>
internal sealed class AppRulesValidator : AbstractValidator<AppRulesSettings>
{
    public AppRulesValidator()
    {
        RuleFor(s => s)
            .Custom(
                (s, c) =>
                {
                    Rows(s.Allowed, "Allowed", exempt: false, c);
                    Rows(s.Exempt, "Exempt", exempt: true, c);
                }
            );
        RuleFor(s => s).Custom(InBothLists);
    }

    private static void Rows(ValueList<AppRule> rules, string list, bool exempt, ValidationContext<AppRulesSettings> c)
    {
        var seen = new HashSet<object>();
        foreach (var (i, rule) in rules.Index())
        {
            AppRowRules.Check(rule, $"{list}[{i}]", exempt, c);
            if (!seen.Add((rule.GetType(), rule.Deny, Identity(rule), Exceptions(rule))))
            {
                // Two rules of one meaning would get one id, and ids must be unique.
                c.AddFinding($"{list}[{i}]", "W-APP-05", Severity.Block, "This app stands in the list already.");
            }
        }
    }

    private static void InBothLists(AppRulesSettings s, ValidationContext<AppRulesSettings> c)
    {
        var allowed = s.Allowed.Where(rule => !rule.Deny).Select(rule => (object)(rule.GetType(), Identity(rule))).ToHashSet();
        foreach (var (i, rule) in s.Exempt.Index())
        {
            if (!rule.Deny && allowed.Contains((rule.GetType(), Identity(rule))))
            {
                c.AddFinding(
                    $"Exempt[{i}]",
                    "W-APP-12",
                    Severity.Block,
                    "The same app is allowed and exempt, and nobody knows which of the two wins. Keep it in one list."
                );
            }
        }
    }

    private static string Exceptions(AppRule rule) => string.Join('\n', rule.Exceptions).ToUpperInvariant();

    private static (string, string, string, string, string) Identity(AppRule rule)
    {
        var (publisher, product, binary, low, high) = PublisherCondition.Typed(rule);
        return (publisher.ToUpperInvariant(), product.ToUpperInvariant(), binary, low, high);
    }
}

using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Rules W-APP for the lists as a whole (docs/reference/wip-authoring.md §5.5); rules for one row are in <see cref="AppRowRules"/>.
/// </summary>
/// <remarks>
/// The compiler guarantees W-APP-01 to 03, 06, 21 and 22, and <see cref="AppListNodeRules"/> checks them. The validation is linear in the
/// number of rows: duplicates are found by hash.
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
                // Two rules with the same condition would get the same id, and ids must be unique.
                c.AddFinding($"{list}[{i}]", "W-APP-05", Severity.Block, "This app is already in the list.");
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
                    "The same app is both protected and exempt, and which of the two applies is not documented. Keep it in one list only."
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

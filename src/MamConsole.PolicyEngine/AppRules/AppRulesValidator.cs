using FluentValidation;
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
        RuleFor(s => s).Custom(Useful);
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

    private static void Useful(AppRulesSettings s, ValidationContext<AppRulesSettings> c)
    {
        var letIn = s.Allowed.Concat(s.Exempt).Where(rule => !rule.Deny).ToArray();
        if (c.Policy().InformationProtection.Protects && letIn.Length > 0 && !letIn.Any(IsBrowserOrMail))
        {
            c.AddFinding(
                "Allowed",
                "W-APP-18",
                Severity.Warn,
                "No browser and no mail program is in the list: people could not reach cloud resources or their mail."
            );
        }
    }

    /// <summary>A row for a whole product or signer may well include them.</summary>
    private static bool IsBrowserOrMail(AppRule rule) =>
        KnownApps.TryFind(rule, out var app)
            ? app.IsBrowser || app.IsMail
            : AppRowRules.IsWide(rule) || OtherBrowsersAndMail.Contains(PublisherCondition.Typed(rule).Binary);

    private static readonly HashSet<string> OtherBrowsersAndMail = new(
        ["CHROME.EXE", "FIREFOX.EXE", "OPERA.EXE", "BRAVE.EXE", "VIVALDI.EXE", "THUNDERBIRD.EXE", "OLK.EXE"],
        StringComparer.Ordinal
    );

    private static string Exceptions(AppRule rule) => string.Join('\n', rule.Exceptions).ToUpperInvariant();

    private static (string, string, string, string, string) Identity(AppRule rule)
    {
        var (publisher, product, binary, low, high) = PublisherCondition.Typed(rule);
        return (publisher.ToUpperInvariant(), product.ToUpperInvariant(), binary, low, high);
    }
}

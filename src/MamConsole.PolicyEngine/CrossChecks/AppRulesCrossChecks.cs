using FluentValidation;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>W-APP-18: a policy with WIP on allows at least a browser or a mail app (docs/reference/wip-authoring.md §5.5).</summary>
internal sealed class AppRulesCrossChecks : AbstractValidator<AppRulesSettings>
{
    public AppRulesCrossChecks()
    {
        RuleFor(s => s).Custom(Useful);
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
                "No browser or mail app is in the list: people could not open cloud resources or their mail."
            );
        }
    }

    /// <summary>
    /// Returns true for a row that covers a whole product or publisher, because such a row may include browsers and mail apps.
    /// </summary>
    private static bool IsBrowserOrMail(AppRule rule) =>
        KnownApps.TryFind(rule, out var app)
            ? app.IsBrowser || app.IsMail
            : AppRowRules.IsWide(rule) || OtherBrowsersAndMail.Contains(PublisherCondition.Typed(rule).Binary);

    private static readonly HashSet<string> OtherBrowsersAndMail = new(
        ["CHROME.EXE", "FIREFOX.EXE", "OPERA.EXE", "BRAVE.EXE", "VIVALDI.EXE", "THUNDERBIRD.EXE", "OLK.EXE"],
        StringComparer.Ordinal
    );
}

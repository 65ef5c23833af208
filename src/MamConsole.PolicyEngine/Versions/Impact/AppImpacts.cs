using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>
/// Determines which apps are added, removed or moved between lists, by name. Two rows are the same app when they have the same condition,
/// whatever their names.
/// </summary>
internal static class AppImpacts
{
    private const string Area = AppRulesWords.Area;

    public static IEnumerable<PolicyImpact> Of(AppRulesSettings from, AppRulesSettings to)
    {
        var (oldAllowed, newAllowed) = (LetIn(from.Allowed), LetIn(to.Allowed));
        var (oldExempt, newExempt) = (LetIn(from.Exempt), LetIn(to.Exempt));

        // An app that is in both lists is unprotected: the exemption takes precedence (docs/reference/wip-authoring.md §5).
        var lost = oldAllowed
            .Keys.Union(oldExempt.Keys)
            .Where(app => !newAllowed.ContainsKey(app) && !newExempt.ContainsKey(app))
            .ToArray();
        var exempted = newExempt.Keys.Where(app => !oldExempt.ContainsKey(app)).ToArray();
        var allowed = newAllowed
            .Keys.Where(app => !newExempt.ContainsKey(app) && (!oldAllowed.ContainsKey(app) || oldExempt.ContainsKey(app)))
            .ToArray();
        var (denied, letBack) = (Denied(to).Except(Denied(from)).ToArray(), Denied(from).Except(Denied(to)).ToArray());

        var effects = new List<PolicyImpact>();
        if (lost.Length > 0)
        {
            effects.Add(ImpactFinder.Lose(Area, StrictnessChange.Stricter, Names(lost, oldAllowed, oldExempt), 90));
        }

        if (exempted.Length > 0)
        {
            effects.Add(
                new PolicyImpact(
                    Area,
                    StrictnessChange.Looser,
                    $"lets {Names(exempted, newExempt)} open work data unprotected",
                    $"let {Names(exempted, newExempt)} open work data unprotected",
                    88
                )
            );
        }

        if (allowed.Length > 0)
        {
            effects.Add(
                ImpactFinder.Get(
                    Area,
                    StrictnessChange.Looser,
                    $"{Names(allowed, newAllowed)} as {(allowed.Length == 1 ? "a work app" : "work apps")}",
                    60
                )
            );
        }

        if (denied.Length > 0)
        {
            effects.Add(new PolicyImpact(Area, StrictnessChange.Stricter, $"blocks {List(denied)}", $"block {List(denied)}", 62));
        }

        if (letBack.Length > 0)
        {
            effects.Add(
                new PolicyImpact(Area, StrictnessChange.Looser, $"no longer blocks {List(letBack)}", $"no longer block {List(letBack)}", 61)
            );
        }

        if (effects.Count == 0)
        {
            effects.Add(ImpactFinder.Get(Area, StrictnessChange.Neutral, "app lists with the same effect", 14));
        }

        return effects.Select(impact => impact with { IsProtection = true });
    }

    private static Dictionary<string, string> LetIn(ValueList<AppRule> rules)
    {
        var apps = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in rules.Where(rule => !rule.Deny))
        {
            apps.TryAdd(Key(rule), AppRulesWords.Title(rule));
        }

        return apps;
    }

    private static IEnumerable<string> Denied(AppRulesSettings settings)
    {
        var titles = settings.Allowed.Concat(settings.Exempt).Where(rule => rule.Deny).Select(AppRulesWords.Title);
        return settings.UseRecommendedDenyRules == true ? titles.Append("Office versions that cannot protect data") : titles;
    }

    private static string Key(AppRule rule)
    {
        var (publisher, product, binary, low, high) = PublisherCondition.Typed(rule);
        return string.Join(
            '\n',
            [$"{rule is AppRule.StoreApp}", publisher, product, binary, low, high, .. rule.Exceptions.Select(AppRulesWords.Except)]
        );
    }

    private static string Names(IEnumerable<string> apps, params ReadOnlySpan<Dictionary<string, string>> lists)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            foreach (var (app, name) in list)
            {
                names.TryAdd(app, name);
            }
        }

        return List(apps.Select(app => names[app]));
    }

    private static string List(IEnumerable<string> names) => Wording.List(names.Distinct(StringComparer.Ordinal).ToValueList());
}

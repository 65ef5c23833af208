using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The app lists, parsed.</summary>
public sealed record AppLists(ValueList<AppMatch> Allowed, ValueList<AppMatch> Exempt, bool WithRecommendedDenyRules)
{
    /// <summary>Returns null when nothing is set.</summary>
    internal static AppLists? Parse(AppRulesSettings s) =>
        s == new AppRulesSettings()
            ? null
            : new(
                s.Allowed.Select(AppMatch.Parse).ToValueList(),
                s.Exempt.Select(AppMatch.Parse).ToValueList(),
                s.UseRecommendedDenyRules == true
            );
}

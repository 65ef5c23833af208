using MamConsole.PolicyEngine.AppRules;

namespace MamConsole.Tests.PolicyEngine.Import;

/// <summary>Describes what the rows of app lists match, regardless of their names and order.</summary>
internal static class AppConditions
{
    public static IReadOnlyList<string> Of(AppRulesSettings apps) =>
        [
            .. apps
                .Allowed.Select(rule => $"allowed {Of(rule)}")
                .Concat(apps.Exempt.Select(rule => $"exempt {Of(rule)}"))
                .Distinct()
                .Order(StringComparer.Ordinal),
            $"{apps.UseRecommendedDenyRules == true}",
        ];

    private static string Of(AppRule rule) =>
        $"{rule.GetType().Name} {rule.Deny} {PublisherCondition.Typed(rule)} "
        + string.Join(
            ' ',
            rule.Exceptions.Select(e =>
                (
                    e.Publisher.Length == 0 ? rule.Publisher : e.Publisher,
                    Any(e.Product),
                    Any(e.Binary),
                    Any(e.LowVersion),
                    Any(e.HighVersion)
                )
            )
        );

    private static string Any(string text) => PublisherCondition.OrAny(text);
}

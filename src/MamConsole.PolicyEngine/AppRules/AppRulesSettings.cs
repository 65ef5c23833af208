using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The apps that can access work data, as entered (docs/reference/wip-authoring.md §5).</summary>
public sealed record AppRulesSettings
{
    /// <summary>Apps that handle work data and protect it. A rule with Deny excludes apps that a broader rule allows.</summary>
    public ValueList<AppRule> Allowed { get; init; } = [];

    /// <summary>Apps that handle work data without protection: what they write may leak.</summary>
    public ValueList<AppRule> Exempt { get; init; } = [];

    /// <summary>
    /// Whether Microsoft's list of Office versions that cannot protect data is denied in addition to the allowed apps
    /// (docs/reference/wip-authoring.md §5.4).
    /// </summary>
    public bool? UseRecommendedDenyRules { get; init; }

    /// <summary>Returns the settings with a row moved from the allowed to the exempt apps, as W-APP-17 suggests.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The row does not exist.</exception>
    public AppRulesSettings Exempted(int row) => this with { Allowed = Allowed.RemoveAt(row), Exempt = Exempt.Add(Allowed[row]) };
}

using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Which apps may touch work data, as typed (docs/reference/wip-authoring.md §5).</summary>
public sealed record AppRulesSettings
{
    /// <summary>Apps that handle work data and protect it. A rule with Deny takes apps out that a wider rule lets in.</summary>
    public ValueList<AppRule> Allowed { get; init; } = [];

    /// <summary>Apps that handle work data without any protection: what they write may leak.</summary>
    public ValueList<AppRule> Exempt { get; init; } = [];

    /// <summary>
    /// Whether Microsoft's list of Office versions that cannot protect data is denied beside the allowed apps
    /// (docs/reference/wip-authoring.md §5.4).
    /// </summary>
    public bool? UseRecommendedDenyRules { get; init; }

    /// <summary>The same with a row moved from the allowed to the exempt apps: what W-APP-17 proposes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public AppRulesSettings Exempted(int row) => this with { Allowed = Allowed.RemoveAt(row), Exempt = Exempt.Add(Allowed[row]) };
}

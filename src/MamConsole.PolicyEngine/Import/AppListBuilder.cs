using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Gathers app rules from several places of a source into the two lists of a policy.</summary>
internal sealed class AppListBuilder
{
    private readonly List<AppRule> allowed = [];
    private readonly List<AppRule> exempt = [];
    private bool recommended;

    /// <summary>The path of the row that a new rule would get.</summary>
    public string Next(bool toExempt) => toExempt ? $"appRules.exempt[{exempt.Count}]" : $"appRules.allowed[{allowed.Count}]";

    /// <summary>The path of a row that says the same, whatever its name; null when there is none.</summary>
    public string? Same(AppRule rule, bool inExempt)
    {
        var at = (inExempt ? exempt : allowed).FindIndex(other => other with { Name = "" } == rule with { Name = "" });
        return at < 0 ? null : $"appRules.{(inExempt ? "exempt" : "allowed")}[{at}]";
    }

    public void Add(AppRule rule, bool toExempt) => (toExempt ? exempt : allowed).Add(rule);

    /// <summary>Microsoft's deny rules were in the source.</summary>
    public void AddRecommended() => recommended = true;

    public AppRulesSettings Build() =>
        new()
        {
            Allowed = allowed.ToValueList(),
            Exempt = exempt.ToValueList(),
            UseRecommendedDenyRules = recommended ? true : null,
        };
}

using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Collects app rules from several parts of a source into the two lists of a policy.</summary>
internal sealed class AppListBuilder
{
    private readonly List<AppRule> allowed = [];
    private readonly List<AppRule> exempt = [];
    private bool recommended;

    /// <summary>Returns the path of the row that a new rule would get.</summary>
    public string Next(bool toExempt) => toExempt ? $"appRules.exempt[{exempt.Count}]" : $"appRules.allowed[{allowed.Count}]";

    /// <summary>Returns the path of a row with the same condition, whatever its name, or null when there is none.</summary>
    public string? Same(AppRule rule, bool inExempt)
    {
        var at = (inExempt ? exempt : allowed).FindIndex(other => other with { Name = "" } == rule with { Name = "" });
        return at < 0 ? null : $"appRules.{(inExempt ? "exempt" : "allowed")}[{at}]";
    }

    public void Add(AppRule rule, bool toExempt) => (toExempt ? exempt : allowed).Add(rule);

    /// <summary>Whether the source contains Microsoft's deny rules.</summary>
    public void AddRecommended() => recommended = true;

    public AppRulesSettings Build() =>
        new()
        {
            Allowed = allowed.ToValueList(),
            Exempt = exempt.ToValueList(),
            UseRecommendedDenyRules = recommended ? true : null,
        };
}

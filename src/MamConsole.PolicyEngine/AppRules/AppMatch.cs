using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>One rule as AppLocker knows it (docs/reference/wip-authoring.md §5.2).</summary>
/// <param name="IsPackaged">Whether it belongs to the branch StoreApps (type Appx) instead of EXE.</param>
/// <param name="Name">For people: 1 to 1024 characters.</param>
/// <param name="Deny">Keeps out instead of letting in.</param>
/// <param name="Condition">What it matches.</param>
/// <param name="Deviations">What it does not match all the same.</param>
public sealed record AppMatch(bool IsPackaged, string Name, bool Deny, AppCondition Condition, ValueList<PublisherCondition> Deviations)
{
    internal static AppMatch Parse(AppRule rule)
    {
        var condition = AppCondition.Parse(rule);
        var packaged = rule is AppRule.StoreApp;
        return new(packaged, Wording.Typed(rule.Name) ?? condition.Title(packaged), rule.Deny, condition, PublisherCondition.Except(rule));
    }
}

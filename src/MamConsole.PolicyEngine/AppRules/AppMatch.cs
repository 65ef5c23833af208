using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>One rule in AppLocker's model (docs/reference/wip-authoring.md §5.2).</summary>
/// <param name="IsPackaged">Whether it belongs to the branch StoreApps (type Appx) instead of EXE.</param>
/// <param name="Name">The name for people: 1 to 1024 characters.</param>
/// <param name="Deny">Whether the rule denies instead of allows.</param>
/// <param name="Condition">The condition of the rule.</param>
/// <param name="Deviations">The exceptions of the condition.</param>
public sealed record AppMatch(bool IsPackaged, string Name, bool Deny, AppCondition Condition, ValueList<PublisherCondition> Deviations)
{
    internal static AppMatch Parse(AppRule rule)
    {
        var condition = AppCondition.Parse(rule);
        var packaged = rule is AppRule.StoreApp;
        return new(packaged, Wording.Typed(rule.Name) ?? condition.Title(packaged), rule.Deny, condition, PublisherCondition.Except(rule));
    }
}

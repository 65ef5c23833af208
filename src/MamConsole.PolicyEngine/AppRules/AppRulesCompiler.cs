using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Compiles the Policy leaves of AppLocker's EnterpriseDataProtection branch, one for each type and list that has rules. The grouping's
/// name remains a dynamic segment; the session creates the nodes above a leaf.
/// </summary>
internal static class AppRulesCompiler
{
    public static IEnumerable<CompiledNode> Compile(AppLists? lists)
    {
        if (lists is null)
        {
            return [];
        }

        var allowed = lists.WithRecommendedDenyRules ? lists.Allowed.AddRange(RecommendedDenyRules.All) : lists.Allowed;
        return
        [
            .. Node(AppLockerCsp.StoreAppsPolicy, allowed, packaged: true, exempt: false),
            .. Node(AppLockerCsp.ExePolicy, allowed, packaged: false, exempt: false),
            .. Node(AppLockerCsp.ExemptStoreAppsPolicy, lists.Exempt, packaged: true, exempt: true),
            .. Node(AppLockerCsp.ExemptExePolicy, lists.Exempt, packaged: false, exempt: true),
        ];
    }

    private static IEnumerable<CompiledNode> Node(CspNode<string> node, ValueList<AppMatch> list, bool packaged, bool exempt)
    {
        // The lists may contain a recommended rule explicitly; ids must be unique.
        var rules = list.Where(rule => rule.IsPackaged == packaged)
            .DistinctBy(rule => (rule.Deny, rule.Condition, rule.Deviations))
            .ToArray();
        return rules.Length == 0 ? [] : [CompiledNode.Of(node, RuleCollectionWriter.Write(packaged, exempt, rules), NodeStage.AppLists)];
    }
}

using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.InformationProtection;

namespace MamConsole.PolicyEngine;

/// <summary>
/// Rules about what is sent, whoever made it: what a compiler could get wrong although every typed value is right. Only fans out. A finding's
/// field is the node's LocURI.
/// </summary>
public static class NodeRules
{
    public static IEnumerable<Finding> Check(IReadOnlyCollection<CompiledNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return [.. AppListNodeRules.Check(nodes), .. nodes.SelectMany(ProtectionNodeRules.Check)];
    }

    /// <exception cref="InvalidOperationException">A node breaks a rule: a bug in a compiler.</exception>
    internal static void Demand(IReadOnlyCollection<CompiledNode> nodes)
    {
        if (Check(nodes).FirstOrDefault() is { } broken)
        {
            throw new InvalidOperationException($"{broken.Code} at {broken.Field}: {broken.Message}");
        }
    }
}

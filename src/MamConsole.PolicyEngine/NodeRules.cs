using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Nodes;

namespace MamConsole.PolicyEngine;

/// <summary>
/// Rules about what is sent, whoever made it: what a compiler could get wrong although every typed value is right. Only fans out. A
/// finding's
/// field is the node's LocURI.
/// </summary>
public static class NodeRules
{
    /// <param name="nodes">With their open places filled; the AppLocker grouping stays open.</param>
    /// <param name="options">What they were filled with.</param>
    public static IEnumerable<Finding> Check(IReadOnlyCollection<CompiledNode> nodes, CompilerOptions options)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. AppListNodeRules.Check(nodes),
            .. nodes.SelectMany(ProtectionNodeRules.Check),
            .. nodes.SelectMany(node => NodeLocationRules.Check(node, options)),
        ];
    }

    /// <exception cref="InvalidOperationException">A node breaks a rule: a bug in a compiler.</exception>
    internal static void EnsureAllowed(IReadOnlyCollection<CompiledNode> nodes, CompilerOptions options)
    {
        if (Check([.. nodes.Select(node => node with { LocUri = options.Fill(node.LocUri) })], options).FirstOrDefault() is { } broken)
        {
            throw new InvalidOperationException($"{broken.Code} at {broken.Field}: {broken.Message}");
        }
    }
}

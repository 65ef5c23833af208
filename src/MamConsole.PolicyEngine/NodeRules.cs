using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Nodes;

namespace MamConsole.PolicyEngine;

/// <summary>
/// Rules for compiled nodes, independent of the compiler: errors that a compiler could make although every entered value is valid. The
/// class only delegates. A finding's field is the node's LocURI.
/// </summary>
public static class NodeRules
{
    /// <param name="nodes">The nodes with placeholders filled, except for the AppLocker grouping.</param>
    /// <param name="options">The values of the placeholders.</param>
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

    /// <exception cref="InvalidOperationException">A node violates a rule: a bug in a compiler.</exception>
    internal static void EnsureAllowed(IReadOnlyCollection<CompiledNode> nodes, CompilerOptions options)
    {
        if (Check([.. nodes.Select(node => node with { LocUri = options.Fill(node.LocUri) })], options).FirstOrDefault() is { } broken)
        {
            throw new InvalidOperationException($"{broken.Code} at {broken.Field}: {broken.Message}");
        }
    }
}

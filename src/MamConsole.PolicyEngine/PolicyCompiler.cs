using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine;

/// <summary>Compiles a valid policy to nodes, in the order of sending (docs/follow-a-policy.md, step 4).</summary>
public static class PolicyCompiler
{
    /// <exception cref="InvalidOperationException">Two areas compiled the same node, or one that the catalog does not allow: a bug in the
    /// compilers.</exception>
    public static CompiledPolicy Compile(Valid<Policy> policy, CompilerOptions options)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(options);

        CompiledNode[] nodes = [.. PolicyAreas.All.SelectMany(area => area.Compile(policy.Value, options))];
        NodeRules.EnsureAllowed(nodes, options);

        var twice = nodes.GroupBy(n => n.LocUri, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new CompiledPolicy(nodes.OrderBy(n => n.Stage).Select(n => Finish(n, options)).ToValueList())
            {
                Reads = MonitoringCompiler.Compile(policy.Value.Rules<MonitoringRules>()),
            }
            : throw new InvalidOperationException($"Two values for {twice.Key}.");
    }

    /// <summary>
    /// A node whose value is hidden in storage and display is never read back by its value; a node that the catalog does not allow is a
    /// bug.
    /// </summary>
    private static CompiledNode Finish(CompiledNode node, CompilerOptions options) =>
        CspAllowList.Checked(
            node with
            {
                LocUri = options.Fill(node.LocUri),
                ReadBack = node.ReadBack == ReadBackKind.Value && SecretNodes.Hold(node.LocUri) ? ReadBackKind.Presence : node.ReadBack,
            }
        );
}

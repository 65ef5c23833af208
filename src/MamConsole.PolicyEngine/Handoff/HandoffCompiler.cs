using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>
/// Compiles the node with which Windows shows the link; it is deferred per device until the device has confirmed that it retains its keys.
/// </summary>
internal static class HandoffCompiler
{
    public static IEnumerable<CompiledNode> Compile(HandoffRules? rules) =>
        rules is null ? [] : [CompiledNode.Of(DMClientCsp.ManagementServerToUpgradeTo, rules.DiscoveryUrl.AbsoluteUri, NodeStage.MdmLink)];
}

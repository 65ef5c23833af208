using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>To the node that makes Windows show the link; it is withheld per device until keys are known to be kept.</summary>
internal static class HandoffCompiler
{
    public static IEnumerable<CompiledNode> Compile(HandoffRules? rules) =>
        rules is null ? [] : [CompiledNode.Of(DMClientCsp.ManagementServerToUpgradeTo, rules.DiscoveryUrl.AbsoluteUri, NodeStage.MdmLink)];
}

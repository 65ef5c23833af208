using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>
/// Compiles the NetworkIsolation nodes (docs/reference/wip-authoring.md §6): the proxies before the resources that use them.
/// </summary>
internal static class NetworkBoundaryCompiler
{
    /// <summary>The item for AppCompat in the list of cloud resources.</summary>
    internal const string AppCompatItem = "/*AppCompat*/";

    public static IEnumerable<CompiledNode> Compile(NetworkBoundaryRules? rules)
    {
        if (rules is null)
        {
            yield break;
        }

        var resources = rules.CloudResources.Select(row => row.ToString());
        (CspNode<string> Node, string Value)[] lists =
        [
            (NetworkIsolationCsp.EnterpriseInternalProxyServers, string.Join(',', rules.InternalProxies)),
            (NetworkIsolationCsp.EnterpriseProxyServers, string.Join(',', rules.ExternalProxies)),
            (NetworkIsolationCsp.EnterpriseCloudResources, string.Join('|', rules.AppCompat ? resources.Append(AppCompatItem) : resources)),
            (NetworkIsolationCsp.NeutralResources, string.Join(',', rules.NeutralResources)),
            (NetworkIsolationCsp.EnterpriseIPRange, string.Join(',', rules.IpRanges)),
            (NetworkIsolationCsp.EnterpriseNetworkDomainNames, string.Join(',', rules.DomainNames)),
        ];
        foreach (var (node, value) in lists)
        {
            if (value.Length > 0)
            {
                yield return CompiledNode.Of(node, value, NodeStage.Boundary);
            }
        }

        if (rules.IpRangesAreAuthoritative is { } ranges)
        {
            yield return CompiledNode.Of(NetworkIsolationCsp.EnterpriseIPRangesAreAuthoritative, ranges ? 1 : 0, NodeStage.Boundary);
        }

        if (rules.ProxiesAreAuthoritative is { } proxies)
        {
            yield return CompiledNode.Of(NetworkIsolationCsp.EnterpriseProxyServersAreAuthoritative, proxies ? 1 : 0, NodeStage.Boundary);
        }
    }
}

using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Compiles one document per profile, networks before the connections that use them. A connection is compiled to ProfileXML and not to
/// single nodes: the CSP requires every change of a profile to contain all of it in one Atomic
/// (docs/decisions/0015-profiles-as-documents.md).
/// </summary>
internal static class ConnectivityCompiler
{
    /// <summary>Networks belong to the PC, which joins them before anyone signs in.</summary>
    private static readonly WiFiCsp Wifi = WiFiCsp.Device;

    /// <summary>Connections belong to the person who enrolled: other users of a personal PC do not see them.</summary>
    private static readonly VPNv2Csp Vpn = VPNv2Csp.User;

    public static IEnumerable<CompiledNode> Compile(ConnectivityRules? rules)
    {
        if (rules is null)
        {
            yield break;
        }

        foreach (var network in rules.Wifi)
        {
            yield return Document(Wifi.WlanXml, UriOf(Wifi.WlanXml, network.Name), network.Xml, network.MinimumBuild);
            if (network.Cost is { } cost)
            {
                var node = CompiledNode.Of(Wifi.WiFiCost, (int)cost, NodeStage.Connectivity);
                yield return node with
                {
                    LocUri = UriOf(Wifi.WiFiCost, network.Name),
                    MinimumBuild = Math.Max(node.MinimumBuild, network.MinimumBuild),
                };
            }
        }

        foreach (var vpn in rules.Vpn)
        {
            yield return Document(Vpn.ProfileXml, UriOf(Vpn.ProfileXml, vpn.Name), vpn.Xml, 0);
        }
    }

    /// <summary>The nodes of a network, as the compiler writes them.</summary>
    public static IEnumerable<string> UrisOf(WifiProfile network) =>
        network.Cost is null
            ? [UriOf(Wifi.WlanXml, network.Name)]
            : [UriOf(Wifi.WlanXml, network.Name), UriOf(Wifi.WiFiCost, network.Name)];

    /// <summary>The nodes of a connection, as the compiler writes them.</summary>
    public static IEnumerable<string> UrisOf(VpnProfile vpn) => [UriOf(Vpn.ProfileXml, vpn.Name)];

    /// <summary>Windows rewrites the document and hides its key, so a read-back only proves that the profile exists.</summary>
    private static CompiledNode Document(CspNode<string> node, string locUri, string xml, int minimumBuild) =>
        CompiledNode.Of(node, xml, NodeStage.Connectivity) with
        {
            LocUri = locUri,
            MinimumBuild = Math.Max(node.MinimumBuild, minimumBuild),
            ReadBack = ReadBackKind.Presence,
        };

    private static string UriOf(CspNode node, string name) =>
        node
            .Uri.Replace(WiFiCsp.SsidPlaceholder, LocUri.EscapeSegment(name), StringComparison.Ordinal)
            .Replace(VPNv2Csp.ProfilePlaceholder, LocUri.EscapeSegment(name), StringComparison.Ordinal);
}

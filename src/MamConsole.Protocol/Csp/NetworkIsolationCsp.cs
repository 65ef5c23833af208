using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Policy CSP, area NetworkIsolation: which places on the network are work (docs/reference/csp-catalog.json;
/// docs/reference/wip-authoring.md §6).
/// </summary>
/// <remarks>The provider's page lists no Home edition, which is doubtful (docs/reference/wip-authoring.md §6).</remarks>
public static class NetworkIsolationCsp
{
    private static readonly CspBranch At = PolicyCsp.Area("NetworkIsolation");

    private static CspNode<string> List(string name, string separator = ",") =>
        At.Text(name, CspRange.ListBy(separator), conflict: CspConflict.LastWrite, home: false);

    private static CspNode<int> Flag(string name) => At.Int(name, CspRange.ZeroOrOne, "0", conflict: CspConflict.LastWrite, home: false);

    public static readonly CspBareNode Area = At.Node("", home: null);

    /// <summary>Hosts parted by <c>|</c>; a comma in an item names the internal proxy that it is reached through.</summary>
    public static readonly CspNode<string> EnterpriseCloudResources = List("EnterpriseCloudResources", "|");

    /// <summary>Ranges <c>first-last</c> parted by commas; IPv4 and IPv6.</summary>
    public static readonly CspNode<string> EnterpriseIPRange = List("EnterpriseIPRange");

    /// <summary>1 = only the ranges given, 0 = also those that Windows finds itself (default).</summary>
    public static readonly CspNode<int> EnterpriseIPRangesAreAuthoritative = Flag("EnterpriseIPRangesAreAuthoritative");

    /// <summary>DNS suffixes parted by commas.</summary>
    public static readonly CspNode<string> EnterpriseNetworkDomainNames = List("EnterpriseNetworkDomainNames");

    /// <summary>Proxies that reach work places only, parted by commas.</summary>
    public static readonly CspNode<string> EnterpriseInternalProxyServers = List("EnterpriseInternalProxyServers");

    /// <summary>Proxies towards the internet, parted by commas.</summary>
    public static readonly CspNode<string> EnterpriseProxyServers = List("EnterpriseProxyServers");

    /// <summary>1 = only the proxies given, 0 = also those that Windows finds itself (default).</summary>
    public static readonly CspNode<int> EnterpriseProxyServersAreAuthoritative = Flag("EnterpriseProxyServersAreAuthoritative");

    /// <summary>Places that are work or personal by what came before, such as sign-in pages; parted by commas.</summary>
    public static readonly CspNode<string> NeutralResources = List("NeutralResources");

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All = At.Nodes;
}

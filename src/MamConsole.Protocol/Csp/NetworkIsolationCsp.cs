using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Policy CSP, area NetworkIsolation: the network boundary of work data (docs/reference/csp-catalog.json; docs/reference/wip-authoring.md
/// §6).
/// </summary>
/// <remarks>The provider's page does not list the Home edition, which is doubtful (docs/reference/wip-authoring.md §6).</remarks>
public static class NetworkIsolationCsp
{
    private static readonly CspBranch At = PolicyCsp.Area("NetworkIsolation");

    private static CspNode<string> List(string name, string separator = ",") =>
        At.Text(name, CspRange.ListBy(separator), conflict: CspConflict.LastWrite, home: false);

    private static CspNode<int> Flag(string name) => At.Int(name, CspRange.ZeroOrOne, "0", conflict: CspConflict.LastWrite, home: false);

    public static readonly CspBareNode Area = At.Node("", home: null);

    /// <summary>Hosts separated by <c>|</c>; a comma in an item precedes the internal proxy that the host is reached through.</summary>
    public static readonly CspNode<string> EnterpriseCloudResources = List("EnterpriseCloudResources", "|");

    /// <summary>Ranges <c>first-last</c> separated by commas; IPv4 and IPv6.</summary>
    public static readonly CspNode<string> EnterpriseIPRange = List("EnterpriseIPRange");

    /// <summary>1 = only the listed ranges, 0 = also those that Windows detects (default).</summary>
    public static readonly CspNode<int> EnterpriseIPRangesAreAuthoritative = Flag("EnterpriseIPRangesAreAuthoritative");

    /// <summary>DNS suffixes separated by commas.</summary>
    public static readonly CspNode<string> EnterpriseNetworkDomainNames = List("EnterpriseNetworkDomainNames");

    /// <summary>Proxies that lead to work resources only, separated by commas.</summary>
    public static readonly CspNode<string> EnterpriseInternalProxyServers = List("EnterpriseInternalProxyServers");

    /// <summary>Proxies to the internet, separated by commas.</summary>
    public static readonly CspNode<string> EnterpriseProxyServers = List("EnterpriseProxyServers");

    /// <summary>1 = only the listed proxies, 0 = also those that Windows detects (default).</summary>
    public static readonly CspNode<int> EnterpriseProxyServersAreAuthoritative = Flag("EnterpriseProxyServersAreAuthoritative");

    /// <summary>
    /// Resources that are work or personal depending on the connection before the redirect, such as sign-in pages; separated by commas.
    /// </summary>
    public static readonly CspNode<string> NeutralResources = List("NeutralResources");

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = At.Nodes;
}

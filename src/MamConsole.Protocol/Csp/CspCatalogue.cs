using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// All nodes that a MAM server may address. Windows blocks all other providers, so no command for them is ever sent (Microsoft, "Support
/// for mobile application management on Windows", "Supported CSPs"; docs/reference/abuse-cases.md PB-06). Nodes that only exist in preview
/// builds are omitted, because no released build is guaranteed to have them.
/// </summary>
public static class CspCatalogue
{
    /// <summary>All nodes, grouped by provider.</summary>
    public static readonly ImmutableArray<CspNode> All =
    [
        .. AppLockerCsp.All,
        .. ClientCertificateInstallCsp.All,
        .. DeviceLockCsp.All,
        .. DeviceStatusCsp.All,
        .. DevInfoCsp.All,
        .. DMAccCsp.All,
        .. DMClientCsp.All,
        .. EnterpriseDataProtectionCsp.All,
        .. HealthAttestationCsp.All,
        .. NetworkIsolationCsp.All,
        .. PassportForWorkCsp.All,
        .. PolicyCsp.All,
        .. ReportingCsp.All,
        .. RootCATrustedCertificatesCsp.All,
        .. VPNv2Csp.All,
        .. WiFiCsp.All,
    ];

    private static readonly CspTreeNode Root = CspTreeNode.Of(All);

    /// <summary>
    /// Finds the node of an address in any equivalent spelling: the case of fixed names, a trailing slash, <c>./Device</c> or nothing
    /// before <c>Vendor</c>, and the encoding of dynamic segments do not matter. An address that a device might resolve to another node
    /// (<c>..</c>, an empty or encoded segment, a backslash, a query, white space, non-ASCII letters) has no node.
    /// </summary>
    /// <returns>The match; null when the catalog has no such node.</returns>
    public static CspMatch? Find(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        var resolver = new CspPathResolver(Root, locUri);
        return resolver.End?.Node is { } node ? new CspMatch(node, resolver.Canonical(), resolver.Names()) : null;
    }

    /// <summary>
    /// A variant of <see cref="Find"/> without allocations, which runs for each command of a device. It returns the node and whether the
    /// address has this server's spelling.
    /// </summary>
    public static (CspNode? Node, bool IsCanonical) NodeAt(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        var resolver = new CspPathResolver(Root, locUri);
        return resolver.End?.Node is { } node ? (node, resolver.IsCanonical) : default;
    }
}

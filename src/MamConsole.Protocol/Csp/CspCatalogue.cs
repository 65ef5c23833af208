using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Every node that a MAM server may know of: Windows blocks all other providers, so what is not here is asked of nobody (Microsoft,
/// "Support for mobile application management on Windows", "Supported
/// CSPs"; docs/reference/abuse-cases.md PB-06). What Windows has in previews only is not here: there is no build that it could be promised
/// for.
/// </summary>
public static class CspCatalogue
{
    /// <summary>All nodes, by provider.</summary>
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
    /// The node that an address names, however it is spelled: capitals of fixed names, a trailing slash, <c>./Device</c> or none before
    /// <c>Vendor</c>, and the
    /// encoding of names that somebody chose make no difference. Whatever a device might resolve to another place (<c>..</c>, an empty or
    /// encoded segment, a
    /// backslash, a query, blanks, letters beyond ASCII) names nothing.
    /// </summary>
    /// <returns>Null for what is not in the catalogue.</returns>
    public static CspMatch? Find(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        var resolver = new CspPathResolver(Root, locUri);
        return resolver.End?.Node is { } node ? new CspMatch(node, resolver.Canonical(), resolver.Names()) : null;
    }

    /// <summary>
    /// The same in short, for a device's every command: the node, and whether the address is spelled as this server spells it. Makes no
    /// garbage.
    /// </summary>
    public static (CspNode? Node, bool IsCanonical) NodeAt(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        var resolver = new CspPathResolver(Root, locUri);
        return resolver.End?.Node is { } node ? (node, resolver.IsCanonical) : default;
    }
}

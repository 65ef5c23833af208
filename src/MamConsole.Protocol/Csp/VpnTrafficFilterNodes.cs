using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The traffic filters of a connection (<see cref="VPNv2Csp.TrafficFilters"/>).</summary>
public sealed class VpnTrafficFilterNodes
{
    /// <summary>The placeholder in LocURIs for the row: 0, 1, 2 …</summary>
    public const string RowPlaceholder = "{trafficFilterId}";

    private const string Ports = @"^\d{1,5}(-\d{1,5})?(,\s*\d{1,5}(-\d{1,5})?)*$";

    internal VpnTrafficFilterNodes(CspBranch profile)
    {
        List = profile.Node("TrafficFilterList", occurs: ZeroOrOne);
        var at = profile.Below($"TrafficFilterList/{RowPlaceholder}");
        Row = at.Node("", CspAccess.GetAddDelete, ZeroOrMore);
        App = at.Node("App", occurs: ZeroOrOne);
        AppId = at.Text("App/Id", occurs: One);
        AppType = at.Text("App/Type", CspRange.Of("PackageFamilyName", "FilePath", "System"), access: CspAccess.Get);
        Claims = at.Text("Claims");
        Protocol = at.Int("Protocol", CspRange.Between(0, 255));
        LocalPortRanges = at.Text("LocalPortRanges", CspRange.Form(Ports, ","));
        RemotePortRanges = at.Text("RemotePortRanges", CspRange.Form(Ports, ","));
        LocalAddressRanges = at.Text("LocalAddressRanges", CspRange.ListBy(","));
        RemoteAddressRanges = at.Text("RemoteAddressRanges", CspRange.ListBy(","));
        RoutingPolicyType = at.Text("RoutingPolicyType", CspRange.Of("SplitTunnel", "ForceTunnel"));
        Direction = at.Text("Direction", CspRange.Of("Outbound", "Inbound"), build: 19041);
    }

    public CspBareNode List { get; }

    public CspBareNode Row { get; }

    public CspBareNode App { get; }

    /// <summary>A package family name, the path of a program, or <c>SYSTEM</c>.</summary>
    public CspNode<string> AppId { get; }

    /// <summary>The type of <see cref="AppId"/>, which Windows detects; read-only.</summary>
    public CspNode<string> AppType { get; }

    /// <summary>The accounts that may use the connection, as SDDL.</summary>
    public CspNode<string> Claims { get; }

    /// <summary>The number of the IP protocol: 6 = TCP, 17 = UDP.</summary>
    public CspNode<int> Protocol { get; }

    /// <summary>Ports and port ranges, separated by commas; effective only for TCP and UDP.</summary>
    public CspNode<string> LocalPortRanges { get; }

    /// <inheritdoc cref="LocalPortRanges"/>
    public CspNode<string> RemotePortRanges { get; }

    /// <summary>Address ranges, separated by commas.</summary>
    public CspNode<string> LocalAddressRanges { get; }

    /// <inheritdoc cref="LocalAddressRanges"/>
    public CspNode<string> RemoteAddressRanges { get; }

    /// <summary>Whether all traffic of the app uses the connection; only for app filters.</summary>
    public CspNode<string> RoutingPolicyType { get; }

    /// <summary>The direction of the filtered traffic. From build 19041.</summary>
    public CspNode<string> Direction { get; }
}

using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>Apps that bring a connection up (<see cref="VPNv2Csp.AppTriggers"/>).</summary>
public sealed class VpnAppTriggerNodes
{
    /// <summary>Stands in the LocURIs for the row: 0, 1, 2 …</summary>
    public const string RowPlaceholder = "{appTriggerRowId}";

    internal VpnAppTriggerNodes(CspBranch profile)
    {
        List = profile.Node("AppTriggerList", occurs: ZeroOrOne);
        var at = profile.Below($"AppTriggerList/{RowPlaceholder}");
        Row = at.Node("", CspAccess.GetAddDelete, ZeroOrMore);
        App = at.Node("App");
        Id = at.Text("App/Id", occurs: One);
        Type = at.Text("App/Type", CspRange.Of("PackageFamilyName", "FilePath"), access: CspAccess.Get);
    }

    public CspBareNode List { get; }

    public CspBareNode Row { get; }

    public CspBareNode App { get; }

    /// <summary>A package family name, or the path of a program.</summary>
    public CspNode<string> Id { get; }

    /// <summary>Which of both <see cref="Id"/> is; read only, Windows sees it by itself.</summary>
    public CspNode<string> Type { get; }
}

/// <summary>Networks behind a connection (<see cref="VPNv2Csp.Routes"/>).</summary>
public sealed class VpnRouteNodes
{
    /// <summary>Stands in the LocURIs for the row: 0, 1, 2 …</summary>
    public const string RowPlaceholder = "{routeRowId}";

    internal VpnRouteNodes(CspBranch profile)
    {
        List = profile.Node("RouteList", occurs: ZeroOrOne);
        var at = profile.Below($"RouteList/{RowPlaceholder}");
        Row = at.Node("", CspAccess.GetAddDelete, ZeroOrMore);
        Address = at.Text("Address", occurs: One);
        PrefixSize = at.Int("PrefixSize", CspRange.Between(0, uint.MaxValue), occurs: One);
        Metric = at.Int("Metric", occurs: One);
        ExclusionRoute = at.Bool("ExclusionRoute", "false", occurs: One);
    }

    public CspBareNode List { get; }

    public CspBareNode Row { get; }

    /// <summary>The network's address, IPv4 or IPv6.</summary>
    public CspNode<string> Address { get; }

    /// <summary>Bits of the network: 0 to 32, or to 128 for IPv6, though Windows checks neither.</summary>
    public CspNode<int> PrefixSize { get; }

    /// <summary>Lower goes first.</summary>
    public CspNode<int> Metric { get; }

    /// <summary>Whether the network is kept out of the connection.</summary>
    public CspNode<bool> ExclusionRoute { get; }
}

/// <summary>Name rules of a connection (<see cref="VPNv2Csp.NameRules"/>).</summary>
public sealed class VpnNameRuleNodes
{
    /// <summary>Stands in the LocURIs for the row: 0, 1, 2 …</summary>
    public const string RowPlaceholder = "{dniRowId}";

    internal VpnNameRuleNodes(CspBranch profile)
    {
        List = profile.Node("DomainNameInformationList", occurs: ZeroOrOne);
        var at = profile.Below($"DomainNameInformationList/{RowPlaceholder}");
        Row = at.Node("", CspAccess.GetAddDelete, ZeroOrMore);
        DomainName = at.Text("DomainName", occurs: One);
        DomainNameType = at.Text("DomainNameType", CspRange.Of("FQDN", "Suffix"), access: CspAccess.Get);
        DnsServers = at.Text("DnsServers", CspRange.ListBy(","), occurs: One);
        WebProxyServers = at.Text("WebProxyServers");
        AutoTrigger = at.Bool("AutoTrigger", "false");
        Persistent = at.Bool("Persistent", "false");
    }

    public CspBareNode List { get; }

    public CspBareNode Row { get; }

    /// <summary>A name, or with a leading dot all names below it.</summary>
    public CspNode<string> DomainName { get; }

    /// <summary>Which of both <see cref="DomainName"/> is; read only, Windows sees it by itself.</summary>
    public CspNode<string> DomainNameType { get; }

    /// <summary>Addresses parted by commas.</summary>
    public CspNode<string> DnsServers { get; }

    /// <summary>One proxy for these names.</summary>
    public CspNode<string> WebProxyServers { get; }

    /// <summary>Whether asking for such a name brings the connection up.</summary>
    public CspNode<bool> AutoTrigger { get; }

    /// <summary>Whether the rule holds while the connection is down.</summary>
    public CspNode<bool> Persistent { get; }
}

/// <summary>Traffic filters of a connection (<see cref="VPNv2Csp.TrafficFilters"/>).</summary>
public sealed class VpnTrafficFilterNodes
{
    /// <summary>Stands in the LocURIs for the row: 0, 1, 2 …</summary>
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

    /// <summary>Which of them <see cref="AppId"/> is; read only, Windows sees it by itself.</summary>
    public CspNode<string> AppType { get; }

    /// <summary>Who may pass, as Windows writes rights (SDDL).</summary>
    public CspNode<string> Claims { get; }

    /// <summary>The IP protocol's number: 6 = TCP, 17 = UDP.</summary>
    public CspNode<int> Protocol { get; }

    /// <summary>Ports and ranges parted by commas; counts only for TCP and UDP.</summary>
    public CspNode<string> LocalPortRanges { get; }

    /// <inheritdoc cref="LocalPortRanges"/>
    public CspNode<string> RemotePortRanges { get; }

    /// <summary>Ranges of addresses parted by commas.</summary>
    public CspNode<string> LocalAddressRanges { get; }

    /// <inheritdoc cref="LocalAddressRanges"/>
    public CspNode<string> RemoteAddressRanges { get; }

    /// <summary>For the filter's app alone: whether all of its traffic goes inside.</summary>
    public CspNode<string> RoutingPolicyType { get; }

    /// <summary>Which way the filter looks. From build 19041.</summary>
    public CspNode<string> Direction { get; }
}

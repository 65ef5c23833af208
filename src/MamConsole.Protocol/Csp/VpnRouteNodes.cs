using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The routes of a connection (<see cref="VPNv2Csp.Routes"/>).</summary>
public sealed class VpnRouteNodes
{
    /// <summary>The placeholder in LocURIs for the row: 0, 1, 2 …</summary>
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

    /// <summary>The address of the network, IPv4 or IPv6.</summary>
    public CspNode<string> Address { get; }

    /// <summary>The prefix length: 0 to 32, or to 128 for IPv6. Windows does not validate it.</summary>
    public CspNode<int> PrefixSize { get; }

    /// <summary>The metric; lower values have priority.</summary>
    public CspNode<int> Metric { get; }

    /// <summary>Whether the network is excluded from the connection.</summary>
    public CspNode<bool> ExclusionRoute { get; }
}

using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The DNS name rules of a connection (<see cref="VPNv2Csp.NameRules"/>).</summary>
public sealed class VpnNameRuleNodes
{
    /// <summary>The placeholder in LocURIs for the row: 0, 1, 2 …</summary>
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

    /// <summary>A name; with a leading dot, all names below it.</summary>
    public CspNode<string> DomainName { get; }

    /// <summary>The type of <see cref="DomainName"/>, which Windows detects; read-only.</summary>
    public CspNode<string> DomainNameType { get; }

    /// <summary>The addresses of the DNS servers, separated by commas.</summary>
    public CspNode<string> DnsServers { get; }

    /// <summary>The proxy for these names.</summary>
    public CspNode<string> WebProxyServers { get; }

    /// <summary>Whether a lookup of such a name triggers the connection.</summary>
    public CspNode<bool> AutoTrigger { get; }

    /// <summary>Whether the rule is effective while the connection is down.</summary>
    public CspNode<bool> Persistent { get; }
}

using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// VPNv2 CSP: connections to the organization's network (docs/reference/csp-catalog.json). To be left out where only cloud services are
/// protected.
/// </summary>
/// <remarks>
/// A profile is written in one Atomic: either its single nodes, or <see cref="ProfileXml"/>, never both. Rows of a list are named 0, 1, 2 …
/// without a gap.
/// What a plug-in brings is <see cref="PlugIn"/>, what Windows itself can is <see cref="Native"/>; a profile has one of them.
/// </remarks>
public sealed class VPNv2Csp(CspBranch root, CspBranch at)
{
    /// <summary>Stands in the LocURIs for the profile's name, percent-encoded, without a <c>/</c>.</summary>
    public const string ProfilePlaceholder = "{ProfileName}";

    private const string Provider = "VPNv2";

    private static readonly CspBranch DeviceBranch = CspBranch.At(CspScope.Device, Provider);

    private static readonly CspBranch UserBranch = CspBranch.At(CspScope.User, Provider);

    /// <summary>Connections of the PC, for everyone who uses it.</summary>
    public static readonly VPNv2Csp Device = new(DeviceBranch, DeviceBranch.Below(ProfilePlaceholder));

    /// <summary>Connections of the user.</summary>
    public static readonly VPNv2Csp User = new(UserBranch, UserBranch.Below(ProfilePlaceholder));

    /// <summary>Whether the PC connects before anybody signs in; always a connection of the PC. From build 16299.</summary>
    public static readonly CspNode<bool> DeviceTunnel = DeviceBranch.Bool($"{ProfilePlaceholder}/DeviceTunnel", "false", build: 16299);

    /// <summary>Whether the plug-in's own app is needed; always a connection of the user. From build 19628.</summary>
    public static readonly CspNode<bool> RequireVpnClientAppUI = UserBranch.Bool(
        $"{ProfilePlaceholder}/RequireVpnClientAppUI",
        build: 19628
    );

    /// <summary>Every node of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. DeviceBranch.Nodes, .. UserBranch.Nodes];

    /// <summary>Its Get lists the profiles, a person's own among them.</summary>
    public CspBareNode Profiles { get; } = root.Node("", reserved: true);

    /// <summary>One connection; its Delete removes it.</summary>
    public CspBareNode Profile { get; } = root.Node(ProfilePlaceholder, CspAccess.ReadWrite, ZeroOrMore, atomic: true);

    /// <summary>Apps that bring the connection up.</summary>
    public VpnAppTriggerNodes AppTriggers { get; } = new(at);

    /// <summary>Networks behind the connection.</summary>
    public VpnRouteNodes Routes { get; } = new(at);

    /// <summary>Which names are looked up, and proxied, inside the connection.</summary>
    public VpnNameRuleNodes NameRules { get; } = new(at);

    /// <summary>What may pass the connection; without a filter everything may.</summary>
    public VpnTrafficFilterNodes TrafficFilters { get; } = new(at);

    /// <summary>The enterprise identity that brings the connection up and routes work apps into it.</summary>
    public CspNode<string> EdpModeId { get; } = at.Text("EdpModeId");

    /// <summary>Whether credentials are kept.</summary>
    public CspNode<bool> RememberCredentials { get; } = at.Bool("RememberCredentials", "false");

    /// <summary>Whether it connects by itself at sign-in and stays.</summary>
    public CspNode<bool> AlwaysOn { get; } = at.Bool("AlwaysOn", "false");

    /// <summary>1 = the switch "connect automatically" begins as on (default), 0 = as off.</summary>
    public CspNode<int> AlwaysOnActive { get; } = at.Int("AlwaysOnActive", CspRange.ZeroOrOne, "1", format: CspFormat.Bool);

    /// <summary>Whether the connection's addresses are registered in DNS. From build 16299.</summary>
    public CspNode<bool> RegisterDns { get; } = at.Bool("RegisterDNS", "false", build: 16299);

    /// <summary>Suffixes added to short names, parted by commas.</summary>
    public CspNode<string> DnsSuffix { get; } = at.Text("DnsSuffix", CspRange.ListBy(","));

    /// <summary>Whether local traffic stays outside.</summary>
    public CspNode<bool> BypassForLocal { get; } = at.Bool("ByPassForLocal");

    /// <summary>DNS suffixes of the organization's own network, parted by commas: there it does not connect by itself.</summary>
    public CspNode<string> TrustedNetworkDetection { get; } = at.Text("TrustedNetworkDetection", CspRange.ListBy(","));

    /// <summary>Whether people see the options without changing them. From build 22000.</summary>
    public CspNode<bool> DisableAdvancedOptionsEditButton { get; } = at.Bool("DisableAdvancedOptionsEditButton", build: 22000);

    /// <summary>Whether the button to disconnect is hidden. From build 22000.</summary>
    public CspNode<bool> DisableDisconnectButton { get; } = at.Bool("DisableDisconnectButton", build: 22000);

    /// <summary>All of a profile as one document; secret, because it may hold a key.</summary>
    public CspNode<string> ProfileXml { get; } = at.Text("ProfileXML", CspRange.XmlOf("VPNv2 VPNProfile (ProfileXML)"), secret: true);

    public CspBareNode Proxy { get; } = at.Node("Proxy", occurs: ZeroOrOne);

    public CspBareNode ProxyManual { get; } = at.Node("Proxy/Manual", occurs: ZeroOrOne);

    /// <summary><c>host:port</c> of the proxy behind the connection.</summary>
    public CspNode<string> ProxyServer { get; } = at.Text("Proxy/Manual/Server", occurs: One);

    /// <summary>The address of the proxy script behind it.</summary>
    public CspNode<string> ProxyAutoConfigUrl { get; } = at.Text("Proxy/AutoConfigUrl");

    /// <summary>Conditional Access for the connection: the certificate that Entra issues to compliant PCs.</summary>
    public VpnDeviceComplianceNodes DeviceCompliance { get; } = new(at);

    /// <summary>A plug-in of another maker.</summary>
    public VpnPlugInNodes PlugIn { get; } = new(at);

    /// <summary>Windows' own protocols.</summary>
    public VpnNativeNodes Native { get; } = new(at);

    /// <summary>Seconds without a network until the connection ends; 0 = as Windows likes. From build 22000.</summary>
    public CspNode<int> NetworkOutageTime { get; } = at.Int("NetworkOutageTime", CspRange.Between(0, uint.MaxValue), build: 22000);

    /// <summary>1 to 9999; lower goes first. From build 22000.</summary>
    public CspNode<int> IPv4InterfaceMetric { get; } = at.Int("IPv4InterfaceMetric", CspRange.Between(1, 9999), build: 22000);

    /// <inheritdoc cref="IPv4InterfaceMetric"/>
    public CspNode<int> IPv6InterfaceMetric { get; } = at.Int("IPv6InterfaceMetric", CspRange.Between(1, 9999), build: 22000);

    /// <summary>Whether the connection's credentials serve what lies behind it. From build 22000.</summary>
    public CspNode<bool> UseRasCredentials { get; } = at.Bool("UseRasCredentials", "true", build: 22000);

    /// <summary>Whether the connection must be encrypted. From build 22000.</summary>
    public CspNode<string> DataEncryption { get; } =
        at.Text("DataEncryption", CspRange.Of("None", "Require", "Max", "Optional"), "Require", build: 22000);

    /// <summary>Whether the firewall takes it for a private network. From build 22000.</summary>
    public CspNode<bool> PrivateNetwork { get; } = at.Bool("PrivateNetwork", "true", build: 22000);

    /// <summary>Whether IKEv2 never splits its messages. From build 22000.</summary>
    public CspNode<bool> DisableIkev2Fragmentation { get; } = at.Bool("DisableIKEv2Fragmentation", "false", build: 22000);

    /// <summary>Bindings to a mobile operator, which a personal PC has no use for: known, and left alone.</summary>
    public ImmutableArray<CspNode> ApnBinding { get; } =
    [
        at.Node("APNBinding", occurs: ZeroOrOne, avoid: true),
        at.Text("APNBinding/ProviderId", occurs: One, avoid: true),
        at.Text("APNBinding/AccessPointName", occurs: One, avoid: true),
        at.Text("APNBinding/UserName", occurs: One, avoid: true),
        at.Text("APNBinding/Password", occurs: One, avoid: true, secret: true),
        at.Bool("APNBinding/IsCompressionEnabled", avoid: true, range: CspRange.Any),
        at.Text("APNBinding/AuthenticationType", occurs: One, avoid: true),
    ];
}

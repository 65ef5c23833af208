using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// VPNv2 CSP: connections to the organization's network (docs/reference/csp-catalog.json). Not needed where only cloud services are
/// protected.
/// </summary>
/// <remarks>
/// A profile is written in one Atomic: either its single nodes or <see cref="ProfileXml"/>, never both. Rows of a list are named 0, 1, 2 …
/// without gaps. A profile has either <see cref="PlugIn"/> or <see cref="Native"/>.
/// </remarks>
public sealed class VPNv2Csp(CspBranch root, CspBranch at)
{
    /// <summary>The placeholder in LocURIs for the name of the profile, percent-encoded, without a <c>/</c>.</summary>
    public const string ProfilePlaceholder = "{ProfileName}";

    private const string Provider = "VPNv2";

    private static readonly CspBranch DeviceBranch = CspBranch.At(CspScope.Device, Provider);

    private static readonly CspBranch UserBranch = CspBranch.At(CspScope.User, Provider);

    /// <summary>The connections of the device, for all of its users.</summary>
    public static readonly VPNv2Csp Device = new(DeviceBranch, DeviceBranch.Below(ProfilePlaceholder));

    /// <summary>The connections of the user.</summary>
    public static readonly VPNv2Csp User = new(UserBranch, UserBranch.Below(ProfilePlaceholder));

    /// <summary>Whether the PC connects before anybody signs in; device connections only. From build 16299.</summary>
    public static readonly CspNode<bool> DeviceTunnel = DeviceBranch.Bool($"{ProfilePlaceholder}/DeviceTunnel", "false", build: 16299);

    /// <summary>Whether the app of the plug-in is required; user connections only. From build 19628.</summary>
    public static readonly CspNode<bool> RequireVpnClientAppUI = UserBranch.Bool(
        $"{ProfilePlaceholder}/RequireVpnClientAppUI",
        build: 19628
    );

    /// <summary>All nodes of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. DeviceBranch.Nodes, .. UserBranch.Nodes];

    /// <summary>The parent of the profiles; a Get lists them, including those that a person created.</summary>
    public CspBareNode Profiles { get; } = root.Node("", reserved: true);

    /// <summary>One connection; a Delete removes it.</summary>
    public CspBareNode Profile { get; } = root.Node(ProfilePlaceholder, CspAccess.ReadWrite, ZeroOrMore, atomic: true);

    /// <summary>The apps that trigger the connection.</summary>
    public VpnAppTriggerNodes AppTriggers { get; } = new(at);

    /// <summary>The networks behind the connection.</summary>
    public VpnRouteNodes Routes { get; } = new(at);

    /// <summary>The DNS name rules (NRPT) of the connection.</summary>
    public VpnNameRuleNodes NameRules { get; } = new(at);

    /// <summary>The traffic filters; without a filter, all traffic is allowed.</summary>
    public VpnTrafficFilterNodes TrafficFilters { get; } = new(at);

    /// <summary>The enterprise identity that triggers the connection and routes work apps through it.</summary>
    public CspNode<string> EdpModeId { get; } = at.Text("EdpModeId");

    /// <summary>Whether credentials are stored.</summary>
    public CspNode<bool> RememberCredentials { get; } = at.Bool("RememberCredentials", "false");

    /// <summary>Whether it connects automatically at sign-in and stays connected.</summary>
    public CspNode<bool> AlwaysOn { get; } = at.Bool("AlwaysOn", "false");

    /// <summary>The initial state of "Connect automatically": 1 = on (default), 0 = off.</summary>
    public CspNode<int> AlwaysOnActive { get; } = at.Int("AlwaysOnActive", CspRange.ZeroOrOne, "1", format: CspFormat.Bool);

    /// <summary>Whether the connection's addresses are registered in DNS. From build 16299.</summary>
    public CspNode<bool> RegisterDns { get; } = at.Bool("RegisterDNS", "false", build: 16299);

    /// <summary>Suffixes that are appended to short names, separated by commas.</summary>
    public CspNode<string> DnsSuffix { get; } = at.Text("DnsSuffix", CspRange.ListBy(","));

    /// <summary>Whether local traffic bypasses the connection.</summary>
    public CspNode<bool> BypassForLocal { get; } = at.Bool("ByPassForLocal");

    /// <summary>DNS suffixes of trusted networks, separated by commas: it does not connect automatically there.</summary>
    public CspNode<string> TrustedNetworkDetection { get; } = at.Text("TrustedNetworkDetection", CspRange.ListBy(","));

    /// <summary>Whether users can view but not change the advanced options. From build 22000.</summary>
    public CspNode<bool> DisableAdvancedOptionsEditButton { get; } = at.Bool("DisableAdvancedOptionsEditButton", build: 22000);

    /// <summary>Whether the button to disconnect is hidden. From build 22000.</summary>
    public CspNode<bool> DisableDisconnectButton { get; } = at.Bool("DisableDisconnectButton", build: 22000);

    /// <summary>The whole profile as one document. Secret, because it may contain a key.</summary>
    public CspNode<string> ProfileXml { get; } = at.Text("ProfileXML", CspRange.XmlOf("VPNv2 VPNProfile (ProfileXML)"), secret: true);

    public CspBareNode Proxy { get; } = at.Node("Proxy", occurs: ZeroOrOne);

    public CspBareNode ProxyManual { get; } = at.Node("Proxy/Manual", occurs: ZeroOrOne);

    /// <summary><c>host:port</c> of the proxy for the connection.</summary>
    public CspNode<string> ProxyServer { get; } = at.Text("Proxy/Manual/Server", occurs: One);

    /// <summary>The address of the proxy script for the connection.</summary>
    public CspNode<string> ProxyAutoConfigUrl { get; } = at.Text("Proxy/AutoConfigUrl");

    /// <summary>Conditional Access for the connection, with the certificate that Entra issues to compliant PCs.</summary>
    public VpnDeviceComplianceNodes DeviceCompliance { get; } = new(at);

    /// <summary>The settings of a third-party plug-in.</summary>
    public VpnPlugInNodes PlugIn { get; } = new(at);

    /// <summary>The settings of the native protocols.</summary>
    public VpnNativeNodes Native { get; } = new(at);

    /// <summary>The seconds without a network until the connection ends; 0 = Windows decides. From build 22000.</summary>
    public CspNode<int> NetworkOutageTime { get; } = at.Int("NetworkOutageTime", CspRange.Between(0, uint.MaxValue), build: 22000);

    /// <summary>The interface metric, 1 to 9999; lower values have priority. From build 22000.</summary>
    public CspNode<int> IPv4InterfaceMetric { get; } = at.Int("IPv4InterfaceMetric", CspRange.Between(1, 9999), build: 22000);

    /// <inheritdoc cref="IPv4InterfaceMetric"/>
    public CspNode<int> IPv6InterfaceMetric { get; } = at.Int("IPv6InterfaceMetric", CspRange.Between(1, 9999), build: 22000);

    /// <summary>Whether the credentials of the connection are used for resources behind it. From build 22000.</summary>
    public CspNode<bool> UseRasCredentials { get; } = at.Bool("UseRasCredentials", "true", build: 22000);

    /// <summary>Whether the connection must be encrypted. From build 22000.</summary>
    public CspNode<string> DataEncryption { get; } =
        at.Text("DataEncryption", CspRange.Of("None", "Require", "Max", "Optional"), "Require", build: 22000);

    /// <summary>Whether the firewall treats the connection as a private network. From build 22000.</summary>
    public CspNode<bool> PrivateNetwork { get; } = at.Bool("PrivateNetwork", "true", build: 22000);

    /// <summary>Whether IKEv2 does not fragment its messages. From build 22000.</summary>
    public CspNode<bool> DisableIkev2Fragmentation { get; } = at.Bool("DisableIKEv2Fragmentation", "false", build: 22000);

    /// <summary>Bindings to a mobile operator, which personal PCs do not need; listed, but not used.</summary>
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

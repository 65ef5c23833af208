using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// WiFi CSP: networks that a PC joins automatically (docs/reference/csp-catalog.json). Not needed where only cloud services are protected.
/// </summary>
public sealed class WiFiCsp(CspBranch at)
{
    /// <summary>
    /// The placeholder in LocURIs for the name of the profile, percent-encoded; <see cref="WlanXml"/> contains the same name.
    /// </summary>
    public const string SsidPlaceholder = "{SSID}";

    private const string Each = "Profile/" + SsidPlaceholder;

    private static readonly CspBranch DeviceBranch = CspBranch.At(CspScope.Device, "WiFi");

    private static readonly CspBranch UserBranch = CspBranch.At(CspScope.User, "WiFi");

    /// <summary>The networks of the device.</summary>
    public static readonly WiFiCsp Device = new(DeviceBranch);

    /// <summary>The networks of the user.</summary>
    public static readonly WiFiCsp User = new(UserBranch);

    /// <summary>All nodes of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. DeviceBranch.Nodes, .. UserBranch.Nodes];

    public CspBareNode WiFi { get; } = at.Node("");

    /// <summary>The parent of the profiles; a Get lists them, including those that a person created.</summary>
    public CspBareNode Profiles { get; } = at.Node("Profile", reserved: true);

    /// <summary>One network; a Delete removes it.</summary>
    public CspBareNode Profile { get; } = at.Node(Each, CspAccess.ReadWrite, ZeroOrMore);

    /// <summary>The profile in the format of Windows. Secret, because it contains the key of the network.</summary>
    public CspNode<string> WlanXml { get; } =
        at.Text(
            $"{Each}/WlanXml",
            CspRange.XmlOf("WLAN_profile v1 (namespace http://www.microsoft.com/networking/WLAN/profile/v1)"),
            occurs: One,
            secret: true
        );

    /// <summary><c>host:port</c> of the network's proxy.</summary>
    public CspNode<string> Proxy { get; } = at.Text($"{Each}/Proxy", occurs: One);

    /// <summary>The address of the network's proxy script.</summary>
    public CspNode<string> ProxyPacUrl { get; } = at.Text($"{Each}/ProxyPacUrl");

    /// <summary>Whether the PC discovers the proxy (WPAD).</summary>
    public CspNode<bool> ProxyWpad { get; } = at.Bool($"{Each}/ProxyWPAD");

    /// <summary>1 = unrestricted (default), 2 = fixed, 3 = variable. From build 17763.</summary>
    public CspNode<int> WiFiCost { get; } = at.Int($"{Each}/WiFiCost", CspRange.Of("1", "2", "3"), "1", build: 17763);

    /// <summary>The source of the profile: 0 = organization (default), 1 = mobile operator. From build 22621.</summary>
    public CspNode<int> ProfileSource { get; } =
        at.Int($"{Each}/ProfileSource", CspRange.ZeroOrOne, "0", CspAccess.GetReplace, One, build: 22621);
}

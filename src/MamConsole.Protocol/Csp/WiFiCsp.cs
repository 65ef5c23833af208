using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// WiFi CSP: networks that a PC joins by itself (docs/reference/csp-catalog.json). To be left out where only cloud services are protected.
/// </summary>
public sealed class WiFiCsp(CspBranch at)
{
    /// <summary>Stands in the LocURIs for the profile's name, percent-encoded; the same name as inside <see cref="WlanXml"/>.</summary>
    public const string SsidPlaceholder = "{SSID}";

    private const string Each = "Profile/" + SsidPlaceholder;

    private static readonly CspBranch DeviceBranch = CspBranch.At(CspScope.Device, "WiFi");

    private static readonly CspBranch UserBranch = CspBranch.At(CspScope.User, "WiFi");

    /// <summary>Networks of the PC.</summary>
    public static readonly WiFiCsp Device = new(DeviceBranch);

    /// <summary>Networks of the user.</summary>
    public static readonly WiFiCsp User = new(UserBranch);

    /// <summary>Every node of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. DeviceBranch.Nodes, .. UserBranch.Nodes];

    public CspBareNode WiFi { get; } = at.Node("");

    /// <summary>Its Get lists the profiles, a person's own among them.</summary>
    public CspBareNode Profiles { get; } = at.Node("Profile", reserved: true);

    /// <summary>One network; its Delete removes it.</summary>
    public CspBareNode Profile { get; } = at.Node(Each, CspAccess.ReadWrite, ZeroOrMore);

    /// <summary>The profile in Windows' own format; holds the network's key, and so all of it is secret.</summary>
    public CspNode<string> WlanXml { get; } =
        at.Text(
            $"{Each}/WlanXml",
            CspRange.XmlOf("WLAN_profile v1 (namespace http://www.microsoft.com/networking/WLAN/profile/v1)"),
            occurs: One,
            secret: true
        );

    /// <summary><c>host:port</c> of the network's proxy.</summary>
    public CspNode<string> Proxy { get; } = at.Text($"{Each}/Proxy", occurs: One);

    /// <summary>The address of its proxy script.</summary>
    public CspNode<string> ProxyPacUrl { get; } = at.Text($"{Each}/ProxyPacUrl");

    /// <summary>Whether the PC finds the proxy itself.</summary>
    public CspNode<bool> ProxyWpad { get; } = at.Bool($"{Each}/ProxyWPAD");

    /// <summary>1 = no limit (default), 2 = a fixed quota, 3 = charged by the byte. From build 17763.</summary>
    public CspNode<int> WiFiCost { get; } = at.Int($"{Each}/WiFiCost", CspRange.Of("1", "2", "3"), "1", build: 17763);

    /// <summary>0 = of an organization (default), 1 = of a mobile operator. From build 22621.</summary>
    public CspNode<int> ProfileSource { get; } =
        at.Int($"{Each}/ProfileSource", CspRange.ZeroOrOne, "0", CspAccess.GetReplace, One, build: 22621);
}

using MamConsole.Protocol.Csp;
using MamConsole.Simulator.Profiles;
using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// Wi-Fi networks and VPN connections of the device and of its user. Writing the document creates a profile; deleting its node removes it.
/// </summary>
internal static class ConnectivityNodes
{
    public static IEnumerable<NodeRule> All { get; } =
    [.. Wifi("./Vendor/MSFT/WiFi"), .. Wifi("./User/Vendor/MSFT/WiFi"), .. Vpn("./Vendor/MSFT/VPNv2"), .. Vpn("./User/Vendor/MSFT/VPNv2")];

    private static IEnumerable<NodeRule> Wifi(string root)
    {
        var each = root + "/Profile/{SSID}";
        return
        [
            Fixed(root),
            Fixed(root + "/Profile"),
            Branch(each, CspAccess.ReadWrite),
            Text(each + "/WlanXml") with
            {
                CheckAt = (value, _, path) => WlanGrammar.Takes(value, path.Segments[^2]),
                CheckError = WindowsErrors.InvalidData,
            },
            OneOf(each + "/WiFiCost", 1, 2, 3) with
            {
                MinimumBuild = 17763,
            },
            // Proxies of networks existed on phones only; the provider's page documents that they fail on a PC.
            Text(each + "/Proxy", (_, _) => false),
            Text(each + "/ProxyPacUrl", (_, _) => false),
        ];
    }

    private static IEnumerable<NodeRule> Vpn(string root) =>
        [
            Fixed(root),
            Branch(root + "/{ProfileName}", CspAccess.ReadWrite) with
            {
                NameCheck = name => !name.Contains('/', StringComparison.Ordinal),
            },
            Text(root + "/{ProfileName}/ProfileXML", (value, _) => VpnGrammar.Takes(value)) with
            {
                CheckError = WindowsErrors.InvalidData,
            },
        ];
}

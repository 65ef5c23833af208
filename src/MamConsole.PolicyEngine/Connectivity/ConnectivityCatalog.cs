using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The names of the area's settings.</summary>
internal static class ConnectivityCatalog
{
    public static readonly SettingTable Settings = new(
        "connectivity",
        ("wifi", "Wi-Fi networks", "Wi-Fi", "WiFi/Profile", "The networks that PCs join."),
        ("vpn", "VPN connections", "VPN", "VPNv2", "The connections that PCs make for work.")
    );
}

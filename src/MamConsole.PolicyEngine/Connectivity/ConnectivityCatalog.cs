using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The labels of the area's settings.</summary>
internal static class ConnectivityCatalog
{
    public static readonly SettingTable Settings = new(
        "connectivity",
        ("wifi", "Wi-Fi networks", "Wi-Fi", "WiFi/Profile", "The Wi-Fi networks that are added to PCs."),
        ("vpn", "VPN connections", "VPN", "VPNv2", "The VPN connections that are added to PCs.")
    );
}

using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The Wi-Fi networks and VPN connections for PCs, as entered (docs/reference/csp-catalog.json: WiFi, VPNv2).</summary>
public sealed record ConnectivitySettings
{
    /// <summary>The maximum number of networks in one policy; each network is a separate command.</summary>
    public const int MaximumWifi = 50;

    /// <summary>The maximum number of connections in one policy.</summary>
    public const int MaximumVpn = 20;

    public ValueList<WifiProfile> Wifi { get; init; } = [];

    public ValueList<VpnProfile> Vpn { get; init; } = [];
}

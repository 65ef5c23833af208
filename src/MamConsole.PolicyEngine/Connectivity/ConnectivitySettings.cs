using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The Wi-Fi networks and VPN connections that PCs learn, as typed (docs/reference/csp-catalog.json: WiFi, VPNv2).</summary>
public sealed record ConnectivitySettings
{
    /// <summary>The most networks of one policy; a PC has little use for more, and each is a command of its own.</summary>
    public const int MaximumWifi = 50;

    /// <summary>The most connections of one policy.</summary>
    public const int MaximumVpn = 20;

    public ValueList<WifiProfile> Wifi { get; init; } = [];

    public ValueList<VpnProfile> Vpn { get; init; } = [];
}

using System.Collections.Frozen;

namespace MamConsole.Simulator.Tree;

/// <summary>
/// The configuration service providers that Windows allows for MAM; all others are blocked (docs/reference/protocol.md §7).
/// </summary>
internal static class MamProviders
{
    private static readonly FrozenSet<string> Vendor = FrozenSet.Create(
        StringComparer.Ordinal,
        "AppLocker",
        "ClientCertificateInstall",
        "DeviceStatus",
        "DMClient",
        "EnterpriseDataProtection",
        "HealthAttestation",
        "PassportForWork",
        "Policy",
        "Reporting",
        "RootCATrustedCertificates",
        "VPNv2",
        "WiFi"
    );

    /// <summary>Returns whether the path belongs to an allowed provider. Only two areas of Policy are allowed.</summary>
    public static bool Allow(NodePath path)
    {
        var names = path.IsUser ? path.Segments[1..] : path.Segments;
        return names switch
        {
            ["DevInfo", ..] or ["SyncML", "DMAcc", ..] or ["Vendor"] or ["Vendor", "MSFT"] or ["SyncML"] => true,
            ["Vendor", "MSFT", "Policy", "Config" or "Result", var area, ..] => area is "NetworkIsolation" or "DeviceLock",
            ["Vendor", "MSFT", var provider, ..] => Vendor.Contains(provider),
            _ => false,
        };
    }
}

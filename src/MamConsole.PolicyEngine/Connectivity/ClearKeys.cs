namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Keys that stand readable in a document of a policy. A policy with one is never stored: drafts and the audit trail would keep it.
/// </summary>
public static class ClearKeys
{
    private static readonly string[] Names = ["keyMaterial", "L2tpPsk"];

    /// <summary>The path of the first profile that holds one, or may hold one because it cannot be read; null when there is none.</summary>
    public static string? FieldOf(ConnectivitySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var (i, network) in settings.Wifi.Index())
        {
            if (network is WifiProfile.ByXml { Xml: var xml } && MayHold(xml))
            {
                return $"connectivity.wifi[{i}].xml";
            }
        }

        foreach (var (i, vpn) in settings.Vpn.Index())
        {
            if (vpn is VpnProfile.ByXml { Xml: var xml } && MayHold(xml))
            {
                return $"connectivity.vpn[{i}].xml";
            }
        }

        return null;
    }

    /// <summary>
    /// Whether some element that holds keys has text, or the text names one and cannot be read. A key that is encrypted for one PC counts
    /// too.
    /// </summary>
    public static bool MayHold(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return Array.Exists(Names, name => xml.Contains(name, StringComparison.OrdinalIgnoreCase))
            && (
                !PastedXml.TryRead(xml, out var read, out _)
                || read.Elements.Any(e =>
                    e.Text.Trim().Length > 0 && Array.Exists(Names, name => e.Path.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase))
                )
            );
    }
}

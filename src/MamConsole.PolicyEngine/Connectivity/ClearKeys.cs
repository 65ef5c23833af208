namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Finds keys in clear text in a document of a policy. A policy with one is never stored, because drafts and the audit trail would retain
/// it.
/// </summary>
public static class ClearKeys
{
    private static readonly string[] Names = ["keyMaterial", "L2tpPsk"];

    /// <summary>
    /// Returns the path of the first profile that contains a key, or may contain one because it cannot be parsed; null when there is none.
    /// </summary>
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
    /// Whether an element for keys has text, or the text names such an element and cannot be parsed. A key that is encrypted for one PC
    /// counts too.
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

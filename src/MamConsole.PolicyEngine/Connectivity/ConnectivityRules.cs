using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The networks and connections, each as the document that is sent to Windows; the positions of keys are marked.</summary>
public sealed record ConnectivityRules(ValueList<WifiRule> Wifi, ValueList<VpnRule> Vpn)
{
    /// <summary>Returns null when there are none.</summary>
    /// <param name="s">The settings as entered.</param>
    /// <param name="enterpriseId">The policy's primary enterprise ID, which triggers connections for work apps; null when it has
    /// none.</param>
    internal static ConnectivityRules? Parse(ConnectivitySettings s, string? enterpriseId) =>
        s.Wifi.Count + s.Vpn.Count == 0
            ? null
            : new(
                s.Wifi.Select(w => new WifiRule(w.Name, Document(w), w.Cost, BuildOf(w))).ToValueList(),
                s.Vpn.Select(v => new VpnRule(v.Name, Document(v, enterpriseId))).ToValueList()
            );

    private static string Document(WifiProfile network) =>
        network.Match(
            WlanDocument.Write,
            xml => WlanDocument.TryRead(xml.Xml, out var read, out _) ? WlanDocument.Write(xml, read.Xml) : ""
        );

    private static string Document(VpnProfile vpn, string? enterpriseId) =>
        vpn.Match(
            form => VpnDocument.Write(form, enterpriseId),
            xml => VpnDocument.TryRead(xml.Xml, out var read, out _) ? VpnDocument.Write(xml, read.Xml) : ""
        );

    /// <summary>The first build that supports the network's security; older builds would reject the whole profile.</summary>
    private static int BuildOf(WifiProfile network) =>
        network.Match(
            form =>
                form.Security switch
                {
                    WifiSecurity.Wpa3Personal => Windows1903,
                    WifiSecurity.Wpa3Enterprise => Windows11,
                    _ => 0,
                },
            xml =>
                WlanDocument.TryRead(xml.Xml, out var read, out _)
                    ? read.Authentication switch
                    {
                        "WPA3SAE" or "WPA3" => Windows1903,
                        "OWE" => Windows2004,
                        "WPA3ENT" or "WPA3ENT192" => Windows11,
                        _ => 0,
                    }
                    : 0
        );

    private const int Windows1903 = 18362;

    private const int Windows2004 = 19041;

    private const int Windows11 = 22000;
}

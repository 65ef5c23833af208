using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Describes networks and connections as statements. A row contains everything that a change could affect; of a stored key it contains only
/// the end of its id.
/// </summary>
internal static class ConnectivityWords
{
    public const string Area = "Wi-Fi and VPN";

    public static IEnumerable<Statement> Describe(ConnectivitySettings s)
    {
        if (s.Wifi.Count > 0)
        {
            yield return new Statement(
                "connectivity.wifi",
                Area,
                ConnectivityCatalog.Settings.LabelOf("wifi"),
                Wording.Unit(s.Wifi.Count, "network"),
                $"PCs get the Wi-Fi network{(s.Wifi.Count == 1 ? "" : "s")} "
                    + $"{Wording.List(s.Wifi.Select(w => Named(w.Name)).ToValueList())}; "
                    + "networks that are removed from this list are removed from PCs.",
                s.Wifi.Select(w => $"{Named(w.Name)}: {Describe(w)}").ToValueList(),
                s.Wifi.SelectMany(ConnectivityCompiler.UrisOf).Distinct(StringComparer.Ordinal).ToValueList()
            );
        }

        if (s.Vpn.Count > 0)
        {
            yield return new Statement(
                "connectivity.vpn",
                Area,
                ConnectivityCatalog.Settings.LabelOf("vpn"),
                Wording.Unit(s.Vpn.Count, "connection"),
                $"PCs get the VPN connection{(s.Vpn.Count == 1 ? "" : "s")} "
                    + $"{Wording.List(s.Vpn.Select(v => Named(v.Name)).ToValueList())}; "
                    + "connections that are removed from this list are removed from PCs.",
                s.Vpn.Select(v => $"{Named(v.Name)}: {Describe(v)}").ToValueList(),
                s.Vpn.SelectMany(ConnectivityCompiler.UrisOf).Distinct(StringComparer.Ordinal).ToValueList()
            );
        }
    }

    /// <summary>The name and the complete description of each network and connection.</summary>
    public static IEnumerable<(string Name, string Row)> Rows(ConnectivitySettings s) =>
        s
            .Wifi.Select(w => ($"the network {Named(w.Name)}", Describe(w)))
            .Concat(s.Vpn.Select(v => ($"the connection {Named(v.Name)}", Describe(v))));

    /// <summary>Describes a network in one line.</summary>
    public static string Describe(WifiProfile network) =>
        string.Join(
            ", ",
            network
                .Match(Parts, Parts)
                .Append(
                    network.Cost switch
                    {
                        null => null,
                        WifiCost.Free => "traffic is unrestricted",
                        WifiCost.Limited => "traffic is limited (fixed)",
                        _ => "traffic is metered (variable)",
                    }
                )
                .OfType<string>()
        );

    /// <summary>Describes a connection in one line.</summary>
    public static string Describe(VpnProfile vpn) => string.Join(", ", vpn.Match(Parts, Parts).OfType<string>());

    /// <summary>Names the security of a network for people.</summary>
    public static string Security(WifiSecurity security) =>
        security switch
        {
            WifiSecurity.Open => "open",
            WifiSecurity.Wpa2Personal => "WPA2-Personal",
            WifiSecurity.Wpa3Personal => "WPA3-Personal",
            WifiSecurity.Wpa2Enterprise => "WPA2-Enterprise",
            _ => "WPA3-Enterprise",
        };

    /// <summary>Returns the protocol's name.</summary>
    public static string Protocol(VpnProtocol protocol) =>
        protocol switch
        {
            VpnProtocol.Ikev2 => "IKEv2",
            VpnProtocol.L2tp => "L2TP",
            VpnProtocol.Sstp => "SSTP",
            _ => "automatic protocol",
        };

    private static IEnumerable<string?> Parts(WifiProfile.ByForm w) =>
        [
            Security(w.Security),
            Key(w.Key),
            w.EapXml.Length > 0 && w.Security is WifiSecurity.Wpa2Enterprise or WifiSecurity.Wpa3Enterprise
                ? $"by {EapXml.MethodOf(w.EapXml)} ({Mark(w.EapXml)})"
                : null,
            w.ConnectAutomatically ? "connects automatically" : "connects manually",
            w.Hidden ? "hidden" : null,
        ];

    private static IEnumerable<string?> Parts(WifiProfile.ByXml w) =>
        [
            WlanDocument.TryRead(w.Xml, out var read, out _)
                ? $"from a document with {read.Authentication} and {read.Encryption} ({Mark(w.Xml)})"
                : $"from a document ({Mark(w.Xml)})",
            Key(w.Key),
        ];

    private static IEnumerable<string?> Parts(VpnProfile.ByForm v) =>
        [
            $"{Protocol(v.Protocol)} to {Wording.List(v.Servers)}",
            v.SignIn switch
            {
                VpnSignIn.Eap => $"people sign in with {EapXml.MethodOf(v.EapXml)}{(v.EapXml.Length > 0 ? $" ({Mark(v.EapXml)})" : "")}",
                VpnSignIn.Password => "people sign in with user name and password",
                _ => "the PC signs in with its certificate",
            },
            Key(v.PresharedKey),
            v.ForceTunnel ? "force tunnel" : "split tunnel",
            All("networks", v.Routes),
            All("except", v.ExcludedRoutes),
            All("suffixes", v.DnsSuffixes),
            All("names", v.NameRules.Select(NameRule).ToValueList()),
            All("connects when these apps start:", v.AppTriggers),
            v.AlwaysOn ? "connects automatically" : null,
            All("does not connect in", v.TrustedNetworks),
            v.RememberCredentials ? "credentials are saved" : null,
            v.ForWorkApps ? "serves work apps" : null,
        ];

    private static IEnumerable<string?> Parts(VpnProfile.ByXml v) =>
        [
            VpnDocument.TryRead(v.Xml, out var read, out _)
                ? $"from a document for {read.Servers} ({Mark(v.Xml)})"
                : $"from a document ({Mark(v.Xml)})",
            Key(v.PresharedKey),
        ];

    private static string NameRule(VpnNameRule rule) =>
        $"{rule.Name}{(rule.DnsServers.Count == 0 ? "" : $" at {string.Join(" and ", rule.DnsServers)}")}"
        + $"{(rule.Connects ? " connects" : "")}";

    private static string? All(string what, ValueList<string> items) => items.Count == 0 ? null : $"{what} {string.Join(" and ", items)}";

    private static string Named(string name) => string.IsNullOrWhiteSpace(name) ? "(no name)" : name;

    private static string? Key(SecretReference? key) =>
        key is null ? null : $"key stored ({key.Id.ToString("N", CultureInfo.InvariantCulture)[^4..]})";

    /// <summary>A short fingerprint that distinguishes two documents in a change list.</summary>
    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..6];
}

using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Xml;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// VPNProfile documents (ProfileXML): written from a form in the order that the schema requires, and parsed from pasted text.
/// </summary>
internal static class VpnDocument
{
    private const string KeyPath = "VPNProfile/NativeProfile/L2tpPsk";

    /// <summary>The elements below the root that Windows' schema supports; an older Windows would reject others.</summary>
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "ProfileName",
        "EdpModeId",
        "RememberCredentials",
        "AlwaysOn",
        "AlwaysOnActive",
        "DnsSuffix",
        "TrustedNetworkDetection",
        "LockDown",
        "DeviceTunnel",
        "RegisterDNS",
        "ByPassForLocal",
        "Proxy",
        "APNBinding",
        "DeviceCompliance",
        "PluginProfile",
        "AppTrigger",
        "DomainNameInformation",
        "TrafficFilter",
        "NativeProfile",
        "Route",
        "DisableAdvancedOptionsEditButton",
        "DisableDisconnectButton",
        "NetworkOutageTime",
        "IPv4InterfaceMetric",
        "IPv6InterfaceMetric",
        "UseRasCredentials",
        "DataEncryption",
        "PrivateNetwork",
        "DisableIKEv2Fragmentation"
    );

    private static readonly FrozenSet<string> KnownNative = FrozenSet.Create(
        StringComparer.Ordinal,
        "Servers",
        "RoutingPolicyType",
        "NativeProtocolType",
        "L2tpPsk",
        "DisableClassBasedDefaultRoute",
        "CryptographySuite",
        "Authentication",
        "PlumbIKEv2TSAsRoutes",
        "ProtocolList"
    );

    /// <summary>Returns the XML of a connection that is described by its fields; the position of its key is marked.</summary>
    /// <param name="vpn">The valid connection.</param>
    /// <param name="enterpriseId">This policy's primary enterprise ID; null when it has none.</param>
    public static string Write(VpnProfile.ByForm vpn, string? enterpriseId)
    {
        var written = new StringBuilder();
        using (var xml = XmlWriter.Create(written, ProfileText.Settings))
        {
            xml.WriteStartElement("VPNProfile");
            if (vpn.ForWorkApps && enterpriseId is not null)
            {
                xml.WritePlainElement("EdpModeId", enterpriseId);
            }

            xml.WriteSwitch("RememberCredentials", vpn.RememberCredentials);
            xml.WriteSwitch("AlwaysOn", vpn.AlwaysOn);
            List(xml, "DnsSuffix", vpn.DnsSuffixes);
            List(xml, "TrustedNetworkDetection", vpn.TrustedNetworks);
            foreach (var app in vpn.AppTriggers)
            {
                xml.WriteStartElement("AppTrigger");
                xml.WriteStartElement("App");
                xml.WritePlainElement("Id", app.Trim());
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            foreach (var rule in vpn.NameRules)
            {
                xml.WriteStartElement("DomainNameInformation");
                xml.WritePlainElement("DomainName", rule.Name.Trim());
                List(xml, "DnsServers", rule.DnsServers);
                xml.WriteSwitch("AutoTrigger", rule.Connects);
                xml.WriteEndElement();
            }

            Native(xml, vpn);
            Routes(xml, vpn.Routes, excluded: false);
            Routes(xml, vpn.ExcludedRoutes, excluded: true);
            xml.WriteEndElement();
        }

        return written.ToString();
    }

    /// <summary>Returns a pasted document as it is sent, with the position of its key marked.</summary>
    public static string Write(VpnProfile.ByXml vpn, PastedXml xml) =>
        xml.Write(path => path == KeyPath && vpn.PresharedKey is not null ? ProfileText.MarkOf(vpn.PresharedKey) : null);

    /// <summary>Returns the document without its key, and the key.</summary>
    public static (string Xml, string? Key) WithoutKey(PastedXml xml)
    {
        var key = xml.At(KeyPath).FirstOrDefault();
        return string.IsNullOrEmpty(key) ? (xml.Write(), null) : (xml.Write(path => path == KeyPath ? "" : null), key);
    }

    /// <summary>Parses a text; the fault is the reason why Windows would not accept it.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out VpnReading? reading, [NotNullWhen(false)] out string? fault)
    {
        reading = null;
        if (!PastedXml.TryRead(text, out var xml, out fault))
        {
            return false;
        }

        var native = xml.Elements.Any(e => e.Path == "VPNProfile/NativeProfile");
        var plugin = xml.Elements.Any(e => e.Path == "VPNProfile/PluginProfile");
        fault =
            xml.Root is not { Path: "VPNProfile", Namespace: "" } ? "The document must be a single VPNProfile element without a namespace."
            : native == plugin ? "The profile must have one NativeProfile (Windows’ own VPN) or one PluginProfile (an app’s), not both."
            : native && string.IsNullOrEmpty(xml.First("VPNProfile/NativeProfile/Servers")) ? "The NativeProfile names no server."
            : native && xml.First("VPNProfile/NativeProfile/NativeProtocolType") is null
                ? "The NativeProfile names no protocol (NativeProtocolType)."
            : plugin
            && (
                string.IsNullOrEmpty(xml.First("VPNProfile/PluginProfile/ServerUrlList"))
                || string.IsNullOrEmpty(xml.First("VPNProfile/PluginProfile/PluginPackageFamilyName"))
            )
                ? "The PluginProfile must name its servers (ServerUrlList) and its app (PluginPackageFamilyName)."
            : xml.At(KeyPath).Count() > 1 ? "The profile has more than one shared key."
            : null;
        reading = fault is null ? Reading(xml) : null;
        return fault is null;
    }

    private static VpnReading Reading(PastedXml xml) =>
        new(
            xml,
            xml.First("VPNProfile/NativeProfile/Servers") ?? xml.First("VPNProfile/PluginProfile/ServerUrlList") ?? "",
            xml.First("VPNProfile/NativeProfile/NativeProtocolType") ?? xml.First("VPNProfile/PluginProfile/PluginPackageFamilyName") ?? "",
            xml.First("VPNProfile/EdpModeId") is { Length: > 0 } id ? id : null,
            xml.First("VPNProfile/AlwaysOn") == "true",
            xml.First("VPNProfile/DeviceTunnel") == "true",
            xml.First("VPNProfile/NativeProfile/RoutingPolicyType") == "ForceTunnel",
            xml.At(KeyPath).Any(),
            xml.At(KeyPath).Any(key => key.Trim().Length > 0),
            xml.Elements.Any(e => e.Path == "VPNProfile/APNBinding"),
            xml.Elements.Select(e => e.Path).Where(IsUnknown).Distinct(StringComparer.Ordinal).ToValueList()
        );

    private static bool IsUnknown(string path) =>
        path.Split('/') switch
        {
            ["VPNProfile", var name] => !Known.Contains(name),
            ["VPNProfile", "NativeProfile", var name] => !KnownNative.Contains(name),
            _ => false,
        };

    private static void Native(XmlWriter xml, VpnProfile.ByForm vpn)
    {
        xml.WriteStartElement("NativeProfile");
        List(xml, "Servers", vpn.Servers);
        xml.WriteElementString("RoutingPolicyType", vpn.ForceTunnel ? "ForceTunnel" : "SplitTunnel");
        xml.WriteElementString(
            "NativeProtocolType",
            vpn.Protocol switch
            {
                VpnProtocol.Ikev2 => "IKEv2",
                VpnProtocol.L2tp => "L2TP",
                VpnProtocol.Sstp => "SSTP",
                _ => "Automatic",
            }
        );
        if (UsesKey(vpn))
        {
            xml.WriteElementString("L2tpPsk", ProfileText.MarkOf(vpn.PresharedKey));
        }

        // Without it Windows adds a route for the whole address class, in addition to the listed routes.
        xml.WriteSwitch("DisableClassBasedDefaultRoute", !vpn.ForceTunnel && vpn.Routes.Count > 0);
        xml.WriteStartElement("Authentication");
        if (vpn.SignIn == VpnSignIn.MachineCertificate)
        {
            xml.WriteElementString("MachineMethod", "Certificate");
        }
        else
        {
            xml.WriteElementString("UserMethod", vpn.SignIn == VpnSignIn.Eap ? "Eap" : "MSChapv2");
        }

        if (vpn.SignIn == VpnSignIn.Eap && PastedXml.TryRead(vpn.EapXml, out var eap, out _))
        {
            xml.WriteStartElement("Eap");
            xml.WriteStartElement("Configuration");
            eap.CopyTo(xml);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Whether the connection can use a shared key, and one is stored.</summary>
    public static bool UsesKey(VpnProfile.ByForm vpn) =>
        vpn.PresharedKey is not null && vpn.Protocol is VpnProtocol.L2tp or VpnProtocol.Automatic;

    private static void Routes(XmlWriter xml, ValueList<string> routes, bool excluded)
    {
        foreach (var route in routes)
        {
            if (VpnRoute.TryRead(route, out var read, out _))
            {
                xml.WriteStartElement("Route");
                xml.WriteElementString("Address", read.Address.ToString());
                xml.WriteElementString("PrefixSize", read.Prefix.ToString(CultureInfo.InvariantCulture));
                if (excluded)
                {
                    xml.WriteSwitch("ExclusionRoute", true);
                }

                xml.WriteEndElement();
            }
        }
    }

    private static void List(XmlWriter xml, string name, ValueList<string> items)
    {
        if (items.Count > 0)
        {
            xml.WritePlainElement(name, string.Join(',', items.Select(i => i.Trim())));
        }
    }
}

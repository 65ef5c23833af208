using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// WLANProfile documents: written from a form in the order that the schema requires, and parsed from pasted text
/// (docs/reference/csp-catalog.json, WlanXml; the WLAN_profile schema, version 1).
/// </summary>
internal static class WlanDocument
{
    public const string Namespace = "http://www.microsoft.com/networking/WLAN/profile/v1";

    private const string OneXNamespace = "http://www.microsoft.com/networking/OneX/v1";

    private const string KeyPath = "WLANProfile/MSM/security/sharedKey/keyMaterial";

    /// <summary>The maximum length of a network's name in bytes.</summary>
    public const int MaximumNameBytes = 32;

    /// <summary>Returns the XML of a network that is described by its fields; the position of its key is marked.</summary>
    public static string Write(WifiProfile.ByForm network)
    {
        var written = new StringBuilder();
        using (var xml = XmlWriter.Create(written, ProfileText.Settings))
        {
            xml.WriteStartElement("WLANProfile", Namespace);
            xml.WritePlainElement("name", network.Name);
            xml.WriteStartElement("SSIDConfig");
            xml.WriteStartElement("SSID");
            // The network broadcasts bytes; a name alone would leave the encoding undefined.
            xml.WriteElementString("hex", Convert.ToHexString(Encoding.UTF8.GetBytes(network.Name)));
            xml.WritePlainElement("name", network.Name);
            xml.WriteEndElement();
            xml.WriteSwitch("nonBroadcast", network.Hidden);
            xml.WriteEndElement();
            xml.WriteElementString("connectionType", "ESS");
            xml.WriteElementString("connectionMode", network.ConnectAutomatically ? "auto" : "manual");
            xml.WriteStartElement("MSM");
            xml.WriteStartElement("security");
            Security(xml, network);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return written.ToString();
    }

    /// <summary>Returns a pasted document as it is sent, with the position of its key marked.</summary>
    public static string Write(WifiProfile.ByXml network, PastedXml xml) =>
        xml.Write(path => path == KeyPath && network.Key is not null ? ProfileText.MarkOf(network.Key) : null);

    /// <summary>Returns the document without its key, and the key.</summary>
    public static (string Xml, string? Key) WithoutKey(PastedXml xml)
    {
        var key = xml.At(KeyPath).FirstOrDefault();
        return string.IsNullOrEmpty(key) ? (xml.Write(), null) : (xml.Write(path => path == KeyPath ? "" : null), key);
    }

    /// <summary>Parses a text; the fault is the reason why Windows would not accept it.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out WlanReading? reading, [NotNullWhen(false)] out string? fault)
    {
        reading = null;
        if (!PastedXml.TryRead(text, out var xml, out fault))
        {
            return false;
        }

        fault = Shape(xml);
        if (fault is null)
        {
            var security = "WLANProfile/MSM/security/";
            reading = new WlanReading(
                xml,
                xml.First("WLANProfile/name") ?? "",
                xml.Elements.FirstOrDefault(e => e.Path == "WLANProfile/SSIDConfig/SSID/name")?.Text
                    ?? FromHex(xml.First("WLANProfile/SSIDConfig/SSID/hex")),
                xml.First(security + "authEncryption/authentication") ?? "",
                xml.First(security + "authEncryption/encryption") ?? "",
                xml.At(KeyPath).Any(),
                xml.At(KeyPath).Any(key => key.Trim().Length > 0),
                xml.First(security + "sharedKey/protected") == "true"
            );
        }

        return fault is null;
    }

    private static string? Shape(PastedXml xml)
    {
        const string Security = "WLANProfile/MSM/security/";
        return xml.Root is not { Path: "WLANProfile", Namespace: Namespace }
                ? $"The document must be a single WLANProfile element in the namespace {Namespace}."
            : xml.At("WLANProfile/name").Count() != 1 ? "The profile has no name element."
            : xml.At("WLANProfile/SSIDConfig/SSID").Count() != 1
                ? "The profile must have one SSIDConfig with one SSID: one profile, one network."
            : xml.First("WLANProfile/SSIDConfig/SSID/name") is null && FromHex(xml.First("WLANProfile/SSIDConfig/SSID/hex")) is null
                ? "The SSID has neither a name nor a hex element that can be read."
            : xml.First("WLANProfile/connectionType") != "ESS" ? "The connectionType must be ESS: ad hoc networks are not supported."
            : xml.First(Security + "authEncryption/authentication") is null || xml.First(Security + "authEncryption/encryption") is null
                ? "The security element names no authentication and encryption (MSM, security, authEncryption)."
            : xml.At(KeyPath).Count() > 1 ? "The profile has more than one key."
            : KeyOrder(xml);
    }

    /// <summary>Windows requires keyType and protected before the key.</summary>
    private static string? KeyOrder(PastedXml xml)
    {
        var names = xml
            .Elements.Select(e => e.Path)
            .Where(p => p.StartsWith("WLANProfile/MSM/security/sharedKey/", StringComparison.Ordinal))
            .ToList();
        var key = names.IndexOf(KeyPath);
        return
            key >= 0
            && names.IndexOf(KeyPath.Replace("keyMaterial", "keyType", StringComparison.Ordinal)) is var type
            && (type < 0 || type > key)
            ? "The sharedKey element must contain keyType, protected and keyMaterial, in this order."
            : null;
    }

    private static void Security(XmlWriter xml, WifiProfile.ByForm network)
    {
        var (authentication, encryption, oneX) = network.Security switch
        {
            WifiSecurity.Open => ("open", "none", false),
            WifiSecurity.Wpa2Personal => ("WPA2PSK", "AES", false),
            WifiSecurity.Wpa3Personal => ("WPA3SAE", "AES", false),
            WifiSecurity.Wpa2Enterprise => ("WPA2", "AES", true),
            _ => ("WPA3ENT", "AES", true),
        };
        xml.WriteStartElement("authEncryption");
        xml.WriteElementString("authentication", authentication);
        xml.WriteElementString("encryption", encryption);
        xml.WriteSwitch("useOneX", oneX);
        xml.WriteEndElement();
        if (oneX)
        {
            xml.WriteStartElement("OneX", OneXNamespace);
            // A personal PC has no machine account: only its user can sign in.
            xml.WriteElementString("authMode", "user");
            xml.WriteStartElement("EAPConfig");
            if (PastedXml.TryRead(network.EapXml, out var eap, out _))
            {
                eap.CopyTo(xml);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else if (network.Security != WifiSecurity.Open)
        {
            xml.WriteStartElement("sharedKey");
            xml.WriteElementString("keyType", "passPhrase");
            xml.WriteSwitch("protected", false);
            xml.WriteElementString("keyMaterial", ProfileText.MarkOf(network.Key));
            xml.WriteEndElement();
        }
    }

    private static string? FromHex(string? hex)
    {
        try
        {
            return hex is { Length: > 0 } ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromHexString(hex)) : null;
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}

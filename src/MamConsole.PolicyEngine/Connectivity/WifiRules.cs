using System.Text;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Rules about one Wi-Fi network: CON-01 and CON-02 its name, CON-03 a key that is missing, CON-04 one that nothing uses, CON-05 no
/// encryption, CON-06 an older one,
/// CON-07 how people sign in, CON-08 a pasted document, CON-09 a key in it, CON-10 a network that hides, CON-11 older Windows.
/// </summary>
internal static class WifiRules
{
    public static void Check(WifiProfile network, string row, HashSet<string> seen, ValidationContext<ConnectivitySettings> c)
    {
        ProfileNames.Check(
            c,
            row,
            network.Name,
            seen,
            "network",
            name =>
                Encoding.UTF8.GetByteCount(name) > WlanDocument.MaximumNameBytes
                    ? $"A network's name has at most {WlanDocument.MaximumNameBytes} bytes; letters beyond English take two or more."
                    : null
        );
        if (network.Cost is { } cost && !Enum.IsDefined(cost))
        {
            c.AddFinding($"{row}.Cost", "CON-01", Severity.Block, "Choose free, limited or per byte.");
        }

        _ = network.Match(form => Form(form, row, c), xml => Pasted(xml, row, c));
    }

    private static bool Form(WifiProfile.ByForm network, string row, ValidationContext<ConnectivitySettings> c)
    {
        var personal = network.Security is WifiSecurity.Wpa2Personal or WifiSecurity.Wpa3Personal;
        if (!Enum.IsDefined(network.Security))
        {
            c.AddFinding($"{row}.Security", "CON-05", Severity.Block, "Choose who may join.");
        }
        else if (network.Security == WifiSecurity.Open)
        {
            c.AddFinding(
                $"{row}.Security",
                "CON-05",
                Severity.Warn,
                "Nothing is encrypted: whoever is near reads along, and a stranger's network of the same name looks the same. Give it "
                    + "a key."
            );
        }
        else if (network.Security is WifiSecurity.Wpa3Personal or WifiSecurity.Wpa3Enterprise)
        {
            c.AddFinding(
                $"{row}.Security",
                "CON-11",
                Severity.Note,
                network.Security == WifiSecurity.Wpa3Personal
                    ? "Windows knows this from version 1903 on. Older PCs are not sent the network."
                    : "Windows 11 knows this. Windows 10 is not sent the network."
            );
        }

        if (personal && network.Key is null)
        {
            c.AddFinding($"{row}.Key", "CON-03", Severity.Block, "Type the network's key.");
        }
        else if (!personal && network.Key is not null)
        {
            c.AddFinding($"{row}.Key", "CON-04", Severity.Warn, "Nothing uses this key: nobody joins such a network with one. Clear it.");
        }

        if (network.Security is WifiSecurity.Wpa2Enterprise or WifiSecurity.Wpa3Enterprise && EapXml.FaultOf(network.EapXml) is { } fault)
        {
            c.AddFinding($"{row}.EapXml", "CON-07", Severity.Block, fault);
        }

        if (network.Hidden)
        {
            c.AddFinding(
                $"{row}.Hidden",
                "CON-10",
                Severity.Note,
                "PCs that know a hidden network call its name wherever they are, so that it is no secret. Hiding protects nothing."
            );
        }

        return true;
    }

    private static bool Pasted(WifiProfile.ByXml network, string row, ValidationContext<ConnectivitySettings> c)
    {
        var field = $"{row}.Xml";
        if (string.IsNullOrWhiteSpace(network.Xml))
        {
            c.AddFinding(field, "CON-08", Severity.Block, "Paste the WLANProfile, such as “netsh wlan export profile” writes it.");
            return false;
        }

        if (!WlanDocument.TryRead(network.Xml, out var read, out var fault))
        {
            c.AddFinding(field, "CON-08", Severity.Block, fault);
            return false;
        }

        if (read.IsProtected && (read.HasKey || network.Key is null))
        {
            c.AddFinding(
                field,
                "CON-09",
                Severity.Block,
                "The key in it is encrypted for the PC where it was exported; no other can read it. Export with key=clear, or type the key."
            );
        }
        else if (read.HasKey)
        {
            c.AddFinding(
                field,
                "CON-09",
                Severity.Block,
                "The key stands in it for everybody to read. Paste it into the form, which takes the key out and keeps it, or leave "
                    + "keyMaterial empty."
            );
        }

        if (read.Name != network.Name || read.Ssid != network.Name)
        {
            c.AddFinding(
                $"{row}.Name",
                "CON-01",
                Severity.Block,
                read.Ssid is null || read.Name != read.Ssid
                    ? "In the document the profile and its network have different names; Windows then cannot find the profile "
                        + "again. Make both the same."
                    : "The document names another network. Both must be the same.",
                read.Ssid is { } ssid && read.Name == ssid ? ssid : null
            );
        }

        Key(network, read, row, c);
        return true;
    }

    private static void Key(WifiProfile.ByXml network, WlanReading read, string row, ValidationContext<ConnectivitySettings> c)
    {
        if (read.NeedsKey && network.Key is null && !read.HasKey)
        {
            c.AddFinding($"{row}.Key", "CON-03", Severity.Block, "Type the network's key.");
        }
        else if (network.Key is not null && !read.RequiresKey)
        {
            c.AddFinding(
                $"{row}.Key",
                read.NeedsKey ? "CON-08" : "CON-04",
                read.NeedsKey ? Severity.Block : Severity.Warn,
                read.NeedsKey
                    ? "The document has no place for the key: add a sharedKey element with keyType, protected (false) and an empty "
                        + "keyMaterial."
                    : "The document has no place for this key: nothing uses it. Clear it."
            );
        }

        if (read is { Authentication: "open", Encryption: "none" })
        {
            c.AddFinding(
                $"{row}.Xml",
                "CON-05",
                Severity.Warn,
                "Nothing is encrypted: whoever is near reads along, and a stranger's network of the same name looks the same. Give it "
                    + "a key."
            );
        }
        else if (read.IsWeak)
        {
            c.AddFinding(
                $"{row}.Xml",
                "CON-06",
                Severity.Warn,
                $"{read.Authentication} with {read.Encryption} was broken long ago: whoever is near can read along. Use WPA2 with "
                    + "AES, or WPA3."
            );
        }
    }
}

using System.Text;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Rules for one Wi-Fi network: CON-01 and CON-02 its name, CON-03 a missing key, CON-04 an unused key, CON-05 no encryption, CON-06 weak
/// encryption, CON-07 EAP configuration, CON-08 a pasted document, CON-09 a key in it, CON-10 a hidden network, CON-11 older Windows
/// versions.
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
                    ? $"A network's name has at most {WlanDocument.MaximumNameBytes} bytes; non-English letters use two or more."
                    : null
        );
        if (network.Cost is { } cost && !Enum.IsDefined(cost))
        {
            c.AddFinding($"{row}.Cost", "CON-01", Severity.Block, "Choose unrestricted, fixed or variable.");
        }

        _ = network.Match(form => Form(form, row, c), xml => Pasted(xml, row, c));
    }

    private static bool Form(WifiProfile.ByForm network, string row, ValidationContext<ConnectivitySettings> c)
    {
        var personal = network.Security is WifiSecurity.Wpa2Personal or WifiSecurity.Wpa3Personal;
        if (!Enum.IsDefined(network.Security))
        {
            c.AddFinding($"{row}.Security", "CON-05", Severity.Block, "Choose the security type.");
        }
        else if (network.Security == WifiSecurity.Open)
        {
            c.AddFinding(
                $"{row}.Security",
                "CON-05",
                Severity.Warn,
                "The network is not encrypted: anyone in range can read its traffic or imitate the network under the same name. Use a "
                    + "key."
            );
        }
        else if (network.Security is WifiSecurity.Wpa3Personal or WifiSecurity.Wpa3Enterprise)
        {
            c.AddFinding(
                $"{row}.Security",
                "CON-11",
                Severity.Note,
                network.Security == WifiSecurity.Wpa3Personal
                    ? "This requires Windows version 1903 or later. The network is not sent to older PCs."
                    : "This requires Windows 11. The network is not sent to PCs with Windows 10."
            );
        }

        if (personal && network.Key is null)
        {
            c.AddFinding($"{row}.Key", "CON-03", Severity.Block, "Enter the network's key.");
        }
        else if (!personal && network.Key is not null)
        {
            c.AddFinding($"{row}.Key", "CON-04", Severity.Warn, "This key is not used: such a network has no shared key. Clear it.");
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
                "PCs with a hidden network broadcast its name everywhere, so the name is not secret. Hiding a network does not protect it."
            );
        }

        return true;
    }

    private static bool Pasted(WifiProfile.ByXml network, string row, ValidationContext<ConnectivitySettings> c)
    {
        var field = $"{row}.Xml";
        if (string.IsNullOrWhiteSpace(network.Xml))
        {
            c.AddFinding(field, "CON-08", Severity.Block, "Paste the WLANProfile, as exported by “netsh wlan export profile”.");
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
                "The key in the document is encrypted for the PC where it was exported. Export it with key=clear, or enter the key."
            );
        }
        else if (read.HasKey)
        {
            c.AddFinding(
                field,
                "CON-09",
                Severity.Block,
                "The document contains the key in clear text. Paste it into the form, which removes the key and stores it encrypted, or "
                    + "clear keyMaterial."
            );
        }

        if (read.Name != network.Name || read.Ssid != network.Name)
        {
            c.AddFinding(
                $"{row}.Name",
                "CON-01",
                Severity.Block,
                read.Ssid is null || read.Name != read.Ssid
                    ? "In the document the profile and its network have different names, so Windows cannot find the profile "
                        + "again. Use the same name for both."
                    : "The document names another network. Both names must be the same.",
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
            c.AddFinding($"{row}.Key", "CON-03", Severity.Block, "Enter the network's key.");
        }
        else if (network.Key is not null && !read.RequiresKey)
        {
            c.AddFinding(
                $"{row}.Key",
                read.NeedsKey ? "CON-08" : "CON-04",
                read.NeedsKey ? Severity.Block : Severity.Warn,
                read.NeedsKey
                    ? "The document has no element for the key: add a sharedKey element with keyType, protected (false) and an empty "
                        + "keyMaterial."
                    : "The document has no element for this key, so it is not used. Clear it."
            );
        }

        if (read is { Authentication: "open", Encryption: "none" })
        {
            c.AddFinding(
                $"{row}.Xml",
                "CON-05",
                Severity.Warn,
                "The network is not encrypted: anyone in range can read its traffic or imitate the network under the same name. Use a "
                    + "key."
            );
        }
        else if (read.IsWeak)
        {
            c.AddFinding(
                $"{row}.Xml",
                "CON-06",
                Severity.Warn,
                $"{read.Authentication} with {read.Encryption} is not secure: anyone in range can read the traffic. Use WPA2 with "
                    + "AES, or WPA3."
            );
        }
    }
}

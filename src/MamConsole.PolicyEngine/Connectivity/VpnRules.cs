using System.Net;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Rules for one VPN connection: CON-01 and CON-02 its name, CON-07 EAP configuration, CON-08 a pasted document, CON-09 a key in it, CON-20
/// servers, CON-21 sign-in and protocol, CON-22 preshared keys, CON-23 force tunnel, CON-24 routes, CON-25 suffixes and networks, CON-26
/// names, CON-27 apps, CON-28 the enterprise ID.
/// </summary>
internal static class VpnRules
{
    /// <summary>The registry's limit for the name of a connection, minus what Windows adds.</summary>
    private const int MaximumNameLength = 128;

    public static void Check(VpnProfile vpn, string row, HashSet<string> seen, ValidationContext<ConnectivitySettings> c)
    {
        ProfileNames.Check(
            c,
            row,
            vpn.Name,
            seen,
            "connection",
            name => name.Length > MaximumNameLength ? $"A connection's name has at most {MaximumNameLength} characters." : null
        );
        _ = vpn.Match(form => Form(form, row, c), xml => Pasted(xml, row, c));
    }

    /// <summary>Returns the enterprise ID of the connection, or null.</summary>
    public static string? EnterpriseIdOf(VpnProfile vpn, string? primary) =>
        vpn.Match(
            form => form.ForWorkApps ? primary ?? "" : null,
            xml => VpnDocument.TryRead(xml.Xml, out var read, out _) ? read.EnterpriseId : null
        );

    public static bool IsAlwaysOn(VpnProfile vpn) =>
        vpn.Match(form => form.AlwaysOn, xml => VpnDocument.TryRead(xml.Xml, out var read, out _) && read.AlwaysOn);

    private static bool Form(VpnProfile.ByForm vpn, string row, ValidationContext<ConnectivitySettings> c)
    {
        Servers(vpn, row, c);
        SignIn(vpn, row, c);
        if (vpn.ForceTunnel)
        {
            AllTraffic($"{row}.ForceTunnel", c);
        }

        Rows(vpn.Routes, $"{row}.Routes", c, "CON-24", Route);
        Rows(vpn.ExcludedRoutes, $"{row}.ExcludedRoutes", c, "CON-24", Route);
        if (vpn is { ForceTunnel: true, Routes.Count: > 0 })
        {
            c.AddFinding(
                $"{row}.Routes",
                "CON-24",
                Severity.Warn,
                "All traffic already uses the connection, so these routes have no effect. Remove them, or use a split tunnel."
            );
        }

        Rows(vpn.DnsSuffixes, $"{row}.DnsSuffixes", c, "CON-25", Domain);
        Rows(vpn.TrustedNetworks, $"{row}.TrustedNetworks", c, "CON-25", Domain);
        Rows(vpn.AppTriggers, $"{row}.AppTriggers", c, "CON-27", App);
        Names(vpn, row, c);
        return true;
    }

    private static bool Pasted(VpnProfile.ByXml vpn, string row, ValidationContext<ConnectivitySettings> c)
    {
        var field = $"{row}.Xml";
        if (string.IsNullOrWhiteSpace(vpn.Xml))
        {
            c.AddFinding(field, "CON-08", Severity.Block, "Paste the VPNProfile, the value of ProfileXML.");
            return false;
        }

        if (!VpnDocument.TryRead(vpn.Xml, out var read, out var fault))
        {
            c.AddFinding(field, "CON-08", Severity.Block, fault);
            return false;
        }

        if (read.HasKey)
        {
            c.AddFinding(
                field,
                "CON-09",
                Severity.Block,
                "The document contains the shared key in clear text. Paste it into the form, which removes the key and stores it, or "
                    + "clear L2tpPsk."
            );
        }

        if (vpn.PresharedKey is not null && !read.RequiresKey)
        {
            c.AddFinding(
                $"{row}.PresharedKey",
                "CON-22",
                Severity.Warn,
                "The document has no L2tpPsk element: this key is not used. Clear it, or add an empty L2tpPsk to the NativeProfile."
            );
        }

        if (read.Unknown is { Count: > 0 } unknown)
        {
            c.AddFinding(
                field,
                "CON-08",
                Severity.Warn,
                $"Windows' schema does not contain {Wording.List(unknown)}. A PC may reject the whole profile: check the spelling."
            );
        }

        if (read.BindsMobile)
        {
            c.AddFinding(field, "CON-08", Severity.Warn, "APNBinding is reserved by Windows: remove it.");
        }

        if (read.IsDeviceTunnel)
        {
            c.AddFinding(
                field,
                "CON-21",
                Severity.Block,
                "A device tunnel connects before anyone signs in and requires a PC that belongs to the organization. Remove DeviceTunnel."
            );
        }

        if (read.ForcesTunnel)
        {
            AllTraffic(field, c);
        }

        return true;
    }

    private static void AllTraffic(string field, ValidationContext<ConnectivitySettings> c) =>
        c.AddFinding(
            field,
            "CON-23",
            Severity.Warn,
            "These are personal PCs: their private traffic would use the organization's connection too. Use a split tunnel."
        );

    private static void Servers(VpnProfile.ByForm vpn, string row, ValidationContext<ConnectivitySettings> c)
    {
        if (vpn.Servers.Count == 0)
        {
            c.AddFinding(
                $"{row}.Servers",
                "CON-20",
                Severity.Block,
                "Enter the server: a host name such as vpn.contoso.com, or an address."
            );
        }

        Rows(
            vpn.Servers,
            $"{row}.Servers",
            c,
            "CON-20",
            typed =>
                IPAddress.TryParse(typed, out _) || HostName.TryParse(typed, out var host, out var fault) && !host.IsSuffix ? null
                : HostName.TryParse(typed, out _, out fault)
                    ? new TextFault(TextFaultKind.Malformed, "A server is a single host without a leading dot.", typed.TrimStart('.'))
                : fault
        );
    }

    private static void SignIn(VpnProfile.ByForm vpn, string row, ValidationContext<ConnectivitySettings> c)
    {
        if (!Enum.IsDefined(vpn.Protocol) || !Enum.IsDefined(vpn.SignIn))
        {
            c.AddFinding($"{row}.Protocol", "CON-21", Severity.Block, "Choose a protocol and a way to sign in.");
            return;
        }

        switch (vpn.SignIn)
        {
            case VpnSignIn.Eap when EapXml.FaultOf(vpn.EapXml) is { } fault:
                c.AddFinding($"{row}.EapXml", "CON-07", Severity.Block, fault);
                break;
            case VpnSignIn.Password when vpn.Protocol is VpnProtocol.Ikev2:
                c.AddFinding(
                    $"{row}.SignIn",
                    "CON-21",
                    Severity.Block,
                    "IKEv2 does not support user name and password. Use EAP (which can also use them), or another protocol."
                );
                break;
            case VpnSignIn.MachineCertificate when vpn.Protocol is not VpnProtocol.Ikev2:
                c.AddFinding(
                    $"{row}.SignIn",
                    "CON-21",
                    Severity.Block,
                    "Only IKEv2 supports sign-in with the PC's certificate. Choose IKEv2, or let people sign in."
                );
                break;
        }

        if (vpn.PresharedKey is not null && !VpnDocument.UsesKey(vpn))
        {
            c.AddFinding($"{row}.PresharedKey", "CON-22", Severity.Warn, "Only L2TP uses a shared key. Clear it.");
        }
        else if (vpn.PresharedKey is null && vpn.Protocol == VpnProtocol.L2tp)
        {
            c.AddFinding(
                $"{row}.PresharedKey",
                "CON-22",
                Severity.Warn,
                "Without a shared key L2TP needs a certificate of the PC, which personal PCs rarely have. Enter the key."
            );
        }
    }

    private static void Names(VpnProfile.ByForm vpn, string row, ValidationContext<ConnectivitySettings> c)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, rule) in vpn.NameRules.Index())
        {
            var field = $"{row}.NameRules[{i}]";
            if (Domain(rule.Name.TrimStart('.')) is { } fault || rule.Name.StartsWith("..", StringComparison.Ordinal))
            {
                c.AddFinding(
                    $"{field}.Name",
                    "CON-26",
                    Severity.Block,
                    "Enter one host, such as intranet.contoso.com, or with a leading dot all names below a domain."
                );
            }
            else if (!seen.Add(rule.Name))
            {
                c.AddFinding($"{field}.Name", "CON-26", Severity.Block, "This name is already in the list.");
            }

            Rows(
                rule.DnsServers,
                $"{field}.DnsServers",
                c,
                "CON-26",
                typed =>
                    VpnRoute.TryRead(typed + "/32", out _, out _) || VpnRoute.TryRead(typed + "/128", out _, out _)
                        ? null
                        : new TextFault(TextFaultKind.Malformed, "Enter the address of the DNS server, such as 10.0.0.53.")
            );
        }
    }

    private static void Rows(
        ValueList<string> rows,
        string field,
        ValidationContext<ConnectivitySettings> c,
        string code,
        Func<string, TextFault?> faultOf
    )
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, typed) in rows.Index())
        {
            if (faultOf(typed.Trim()) is { } fault)
            {
                c.AddFinding($"{field}[{i}]", code, Severity.Block, fault.Reason, fault.Suggestion);
            }
            else if (!seen.Add(typed.Trim()))
            {
                c.AddFinding($"{field}[{i}]", code, Severity.Block, "This entry is already in the list.");
            }
        }
    }

    private static TextFault? Route(string typed) => VpnRoute.TryRead(typed, out _, out var fault) ? null : fault;

    private static TextFault? Domain(string typed) => DomainName.TryParse(typed, 1, out _, out var fault) ? null : fault;

    /// <summary>Accepts a package family name or the path of a program: only these trigger a connection.</summary>
    private static TextFault? App(string typed)
    {
        var isPath = typed.Contains('\\', StringComparison.Ordinal) && typed.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);
        var isFamily =
            typed.Split('_') is [{ Length: > 0 } name, { Length: 13 } publisher]
            && (name + publisher).All(ch => char.IsAsciiLetterOrDigit(ch) || ch is '.' or '-');
        return (isPath || isFamily) && XmlText.CanCarry(typed)
            ? null
            : new TextFault(
                TextFaultKind.Malformed,
                "Enter the path of a program (C:\\Program Files\\App\\app.exe), or a package family name (Contoso.App_8wekyb3d8bbwe)."
            );
    }
}

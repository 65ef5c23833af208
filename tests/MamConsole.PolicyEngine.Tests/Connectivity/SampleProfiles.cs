using System.Text.RegularExpressions;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Connectivity;

/// <summary>Networks, connections and documents that the tests use.</summary>
internal static partial class SampleProfiles
{
    public static readonly SecretReference Key = new(Guid.Parse("0b6c2f7e-5a1d-4c0e-9f3a-2b8d7c6e5a41"));

    /// <summary>
    /// The EAP configuration for sign-in with a certificate; it has a prefix, a comment and a declaration, as exports do.
    /// </summary>
    public const string Eap = """
        <?xml version="1.0" encoding="utf-8"?>
        <EapHostConfig xmlns="http://www.microsoft.com/provisioning/EapHostConfig">
          <!-- made by hand -->
          <EapMethod><Type xmlns="http://www.microsoft.com/provisioning/EapCommon">13</Type><AuthorId xmlns="http://www.microsoft.com/provisioning/EapCommon">0</AuthorId></EapMethod>
          <Config><e:Eap xmlns:e="http://www.microsoft.com/provisioning/BaseEapConnectionPropertiesV1"><e:Type>13</e:Type></e:Eap></Config>
        </EapHostConfig>
        """;

    public static readonly WifiProfile.ByForm Office = new() { Name = "Office", Key = Key };

    public static readonly WifiProfile.ByForm Hostile = new()
    {
        Name = "Halden & Co <1>",
        Key = Key,
        Security = WifiSecurity.Wpa3Personal,
        Hidden = true,
        ConnectAutomatically = false,
    };

    public static readonly WifiProfile.ByForm Work = new()
    {
        Name = "Work",
        Security = WifiSecurity.Wpa2Enterprise,
        EapXml = Eap,
    };

    public static readonly VpnProfile.ByForm Simple = new()
    {
        Name = "Head office",
        Servers = ["vpn.northwind.example"],
        SignIn = VpnSignIn.MachineCertificate,
    };

    public static readonly VpnProfile.ByForm Full = new()
    {
        Name = "Everything",
        Servers = ["vpn1.northwind.example", "203.0.113.7"],
        Protocol = VpnProtocol.L2tp,
        PresharedKey = Key,
        EapXml = Eap,
        Routes = ["10.0.0.0/8", "2001:db8::/32"],
        ExcludedRoutes = ["10.9.0.0/16"],
        DnsSuffixes = ["corp.northwind.example", "lab.northwind.example"],
        NameRules =
        [
            new()
            {
                Name = ".corp.northwind.example",
                DnsServers = ["10.0.0.53", "10.0.0.54"],
                Connects = true,
            },
        ],
        AppTriggers = [@"C:\Program Files\Ledger & Co\ledger.exe"],
        AlwaysOn = true,
        TrustedNetworks = ["corp.northwind.example"],
        ForWorkApps = true,
    };

    /// <summary>Returns the document of a network, as an export writes it.</summary>
    public static string Wlan(
        string name = "Office",
        string? ssid = null,
        string authentication = "WPA2PSK",
        string encryption = "AES",
        string? key = "<keyType>passPhrase</keyType><protected>false</protected><keyMaterial></keyMaterial>"
    ) =>
        $"""
            <?xml version="1.0"?>
            <WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1">
              <name>{name}</name><SSIDConfig><SSID><name>{ssid ?? name}</name></SSID></SSIDConfig><connectionType>ESS</connectionType>
              <MSM><security><authEncryption><authentication>{authentication}</authentication><encryption>{encryption}</encryption></authEncryption>{(
                key is null ? "" : $"<sharedKey>{key}</sharedKey>"
            )}</security></MSM>
            </WLANProfile>
            """;

    /// <summary>Returns the document of a connection.</summary>
    public static string Vpn(
        string more = "",
        string native =
            "<Servers>vpn.northwind.example</Servers><NativeProtocolType>L2TP</NativeProtocolType><L2tpPsk></L2tpPsk><Authentication><UserMethod>MSChapv2</UserMethod></Authentication>"
    ) => $"<VPNProfile>{more}<NativeProfile>{native}</NativeProfile></VPNProfile>";

    public static WrittenPolicy With(params WifiProfile[] networks) => new() { Connectivity = new() { Wifi = networks.ToValueList() } };

    public static WrittenPolicy With(params VpnProfile[] connections) => new() { Connectivity = new() { Vpn = connections.ToValueList() } };

    public static WrittenPolicy Protecting(params VpnProfile[] connections) =>
        SamplePolicies.Clean with
        {
            Connectivity = new() { Vpn = connections.ToValueList() },
        };

    /// <summary>Returns an approved document without the whitespace of its layout.</summary>
    public static string Approved(string name) =>
        Layout.Replace(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Connectivity", $"{name}.approved.xml")).Trim(), "><");

    [GeneratedRegex(@">\s+<")]
    private static partial Regex Layout { get; }
}

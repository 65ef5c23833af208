using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;
using static MamConsole.Tests.PolicyEngine.Connectivity.SampleProfiles;

namespace MamConsole.Tests.PolicyEngine.Connectivity;

public sealed class ConnectivityValidatorTests
{
    private const string Clear = "<keyType>passPhrase</keyType><protected>false</protected><keyMaterial>correct horse</keyMaterial>";
    private const string Encrypted = "<keyType>passPhrase</keyType><protected>true</protected><keyMaterial>01000000D08C9DDF</keyMaterial>";

    public static TheoryData<BadValue> BadNetworks =>
        [
            Wifi("CON-01", "name", Severity.Block, Office with { Name = " " }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = "a network whose name is far too long" }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = "ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄ!" }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = "Guest/1" }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = "Guest\\1" }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = ".." }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = "*" }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = "a\u0007b" }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = "half \ud83d" }),
            Wifi("CON-01", "name", Severity.Block, Office with { Name = "Office " }) with
            {
                Suggestion = "Office",
            },
            Wifi("CON-01", "cost", Severity.Block, Office with { Cost = (WifiCost)9 }),
            new BadValue("CON-02", "connectivity.wifi[1].name", Severity.Block, With(Office, Office with { Name = "OFFICE" })),
            Wifi("CON-03", "key", Severity.Block, Office with { Key = null }),
            Wifi("CON-03", "key", Severity.Block, Office with { Key = null, Security = WifiSecurity.Wpa3Personal }),
            Wifi("CON-03", "key", Severity.Block, new WifiProfile.ByXml { Name = "Office", Xml = Wlan() }),
            Wifi("CON-04", "key", Severity.Warn, Office with { Security = WifiSecurity.Open }),
            Wifi("CON-04", "key", Severity.Warn, Work with { Key = Key }),
            Wifi(
                "CON-04",
                "key",
                Severity.Warn,
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(authentication: "open", encryption: "none", key: null),
                }
            ),
            Wifi("CON-05", "security", Severity.Warn, Office with { Security = WifiSecurity.Open, Key = null }),
            Wifi("CON-05", "security", Severity.Block, Office with { Security = (WifiSecurity)77 }),
            Wifi(
                "CON-05",
                "xml",
                Severity.Warn,
                new WifiProfile.ByXml { Name = "Office", Xml = Wlan(authentication: "open", encryption: "none", key: null) }
            ),
            Wifi(
                "CON-06",
                "xml",
                Severity.Warn,
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(authentication: "WPAPSK", encryption: "TKIP"),
                }
            ),
            Wifi(
                "CON-06",
                "xml",
                Severity.Warn,
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(authentication: "shared", encryption: "WEP"),
                }
            ),
            Wifi("CON-07", "eapXml", Severity.Block, Work with { EapXml = "" }),
            Wifi("CON-07", "eapXml", Severity.Block, Work with { EapXml = "<EapHostConfig/>" }),
            Wifi(
                "CON-07",
                "eapXml",
                Severity.Block,
                Work with
                {
                    EapXml = """<EapHostConfig xmlns="http://www.microsoft.com/provisioning/EapHostConfig"/>""",
                }
            ),
            Wifi("CON-08", "xml", Severity.Block, new WifiProfile.ByXml { Name = "Office" }),
            Wifi("CON-08", "xml", Severity.Block, new WifiProfile.ByXml { Name = "Office", Xml = "<WLANProfile>" }),
            Wifi(
                "CON-08",
                "xml",
                Severity.Block,
                new WifiProfile.ByXml { Name = "Office", Xml = "<WLANProfile><name>Office</name></WLANProfile>" }
            ),
            Wifi(
                "CON-08",
                "xml",
                Severity.Block,
                new WifiProfile.ByXml { Name = "Office", Xml = Wlan().Replace("ESS", "IBSS", StringComparison.Ordinal) }
            ),
            Wifi(
                "CON-08",
                "xml",
                Severity.Block,
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(key: "<keyMaterial></keyMaterial><keyType>passPhrase</keyType><protected>false</protected>"),
                }
            ),
            Wifi(
                "CON-08",
                "key",
                Severity.Block,
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(key: null),
                }
            ),
            Wifi("CON-09", "xml", Severity.Block, new WifiProfile.ByXml { Name = "Office", Xml = Wlan(key: Clear) }),
            Wifi(
                "CON-09",
                "xml",
                Severity.Block,
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(key: Clear),
                }
            ),
            Wifi("CON-09", "xml", Severity.Block, new WifiProfile.ByXml { Name = "Office", Xml = Wlan(key: Encrypted) }),
            Wifi(
                "CON-01",
                "name",
                Severity.Block,
                new WifiProfile.ByXml
                {
                    Name = "Other",
                    Key = Key,
                    Xml = Wlan(),
                }
            ) with
            {
                Suggestion = "Office",
            },
            Wifi(
                "CON-01",
                "name",
                Severity.Block,
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(ssid: "Offices"),
                }
            ),
            Wifi("CON-10", "hidden", Severity.Note, Office with { Hidden = true }),
            Wifi("CON-11", "security", Severity.Note, Office with { Security = WifiSecurity.Wpa3Personal }),
            Wifi("CON-11", "security", Severity.Note, Work with { Security = WifiSecurity.Wpa3Enterprise }),
            new BadValue(
                "CON-12",
                "connectivity.wifi",
                Severity.Block,
                With([.. Enumerable.Range(0, 51).Select(i => Office with { Name = $"N{i}" })])
            ),
            new BadValue("SEC-01", "connectivity.wifi[0].key", Severity.Block, With(Office with { Key = new SecretReference(Guid.Empty) })),
        ];

    public static TheoryData<BadValue> BadConnections =>
        [
            Vpn("CON-01", "name", Severity.Block, Simple with { Name = "" }),
            Vpn("CON-01", "name", Severity.Block, Simple with { Name = "Head/office" }),
            Vpn("CON-01", "name", Severity.Block, Simple with { Name = new string('n', 129) }),
            new BadValue("CON-02", "connectivity.vpn[1].name", Severity.Block, With(Simple, Simple)),
            Vpn("CON-07", "eapXml", Severity.Block, Simple with { SignIn = VpnSignIn.Eap }),
            Vpn("CON-08", "xml", Severity.Block, new VpnProfile.ByXml { Name = "X" }),
            Vpn("CON-08", "xml", Severity.Block, new VpnProfile.ByXml { Name = "X", Xml = "<Profile/>" }),
            Vpn("CON-08", "xml", Severity.Block, new VpnProfile.ByXml { Name = "X", Xml = "<VPNProfile/>" }),
            Vpn(
                "CON-08",
                "xml",
                Severity.Block,
                new VpnProfile.ByXml { Name = "X", Xml = SampleProfiles.Vpn(native: "<NativeProtocolType>IKEv2</NativeProtocolType>") }
            ),
            Vpn(
                "CON-08",
                "xml",
                Severity.Block,
                new VpnProfile.ByXml
                {
                    Name = "X",
                    Xml = SampleProfiles.Vpn("<PluginProfile><ServerUrlList>a.example</ServerUrlList></PluginProfile>"),
                }
            ),
            Vpn(
                "CON-08",
                "xml",
                Severity.Warn,
                new VpnProfile.ByXml { Name = "X", Xml = SampleProfiles.Vpn("<AlwaysOnn>true</AlwaysOnn>") }
            ),
            Vpn("CON-08", "xml", Severity.Warn, new VpnProfile.ByXml { Name = "X", Xml = SampleProfiles.Vpn("<APNBinding/>") }),
            Vpn(
                "CON-09",
                "xml",
                Severity.Block,
                new VpnProfile.ByXml
                {
                    Name = "X",
                    Xml = SampleProfiles.Vpn().Replace("<L2tpPsk>", "<L2tpPsk>correct horse", StringComparison.Ordinal),
                }
            ),
            Vpn("CON-20", "servers", Severity.Block, Simple with { Servers = [] }),
            Vpn("CON-20", "servers[0]", Severity.Block, Simple with { Servers = ["https://vpn.northwind.example/"] }) with
            {
                Suggestion = "vpn.northwind.example",
            },
            Vpn("CON-20", "servers[1]", Severity.Block, Simple with { Servers = ["vpn.northwind.example", "VPN.northwind.example"] }),
            Vpn("CON-20", "servers[0]", Severity.Block, Simple with { Servers = [".northwind.example"] }) with
            {
                Suggestion = "northwind.example",
            },
            Vpn("CON-21", "signIn", Severity.Block, Simple with { SignIn = VpnSignIn.Password }),
            Vpn("CON-21", "signIn", Severity.Block, Simple with { Protocol = VpnProtocol.Sstp }),
            Vpn("CON-21", "protocol", Severity.Block, Simple with { Protocol = (VpnProtocol)9 }),
            Vpn(
                "CON-21",
                "xml",
                Severity.Block,
                new VpnProfile.ByXml { Name = "X", Xml = SampleProfiles.Vpn("<DeviceTunnel>true</DeviceTunnel>") }
            ),
            Vpn("CON-22", "presharedKey", Severity.Warn, Simple with { PresharedKey = Key }),
            Vpn("CON-22", "presharedKey", Severity.Warn, Full with { PresharedKey = null, ForWorkApps = false }),
            Vpn(
                "CON-22",
                "presharedKey",
                Severity.Warn,
                new VpnProfile.ByXml
                {
                    Name = "X",
                    PresharedKey = Key,
                    Xml = SampleProfiles.Vpn().Replace("<L2tpPsk></L2tpPsk>", "", StringComparison.Ordinal),
                }
            ),
            Vpn("CON-23", "forceTunnel", Severity.Warn, Simple with { ForceTunnel = true }),
            Vpn(
                "CON-23",
                "xml",
                Severity.Warn,
                new VpnProfile.ByXml
                {
                    Name = "X",
                    Xml = SampleProfiles
                        .Vpn()
                        .Replace("<L2tpPsk>", "<RoutingPolicyType>ForceTunnel</RoutingPolicyType><L2tpPsk>", StringComparison.Ordinal),
                }
            ),
            Vpn("CON-24", "routes[0]", Severity.Block, Simple with { Routes = ["10.0.0.1/8"] }) with
            {
                Suggestion = "10.0.0.0/8",
            },
            Vpn("CON-24", "routes[0]", Severity.Block, Simple with { Routes = ["10.0.0.1"] }) with
            {
                Suggestion = "10.0.0.1/32",
            },
            Vpn("CON-24", "routes[0]", Severity.Block, Simple with { Routes = ["10.0.0.0/33"] }),
            Vpn("CON-24", "routes[0]", Severity.Block, Simple with { Routes = ["10.1/16"] }),
            Vpn("CON-24", "excludedRoutes[0]", Severity.Block, Simple with { ExcludedRoutes = ["everything"] }),
            Vpn("CON-24", "routes[1]", Severity.Block, Simple with { Routes = ["10.0.0.0/8", "10.0.0.0/8"] }),
            Vpn("CON-24", "routes", Severity.Warn, Simple with { Routes = ["10.0.0.0/8"], ForceTunnel = true }),
            Vpn("CON-25", "dnsSuffixes[0]", Severity.Block, Simple with { DnsSuffixes = ["corp..northwind.example"] }),
            Vpn("CON-25", "trustedNetworks[0]", Severity.Block, Simple with { TrustedNetworks = ["a b"] }),
            Vpn("CON-26", "nameRules[0].name", Severity.Block, Simple with { NameRules = [new() { Name = "..corp" }] }),
            Vpn(
                "CON-26",
                "nameRules[1].name",
                Severity.Block,
                Simple with
                {
                    NameRules = [new() { Name = "a.example" }, new() { Name = "A.example" }],
                }
            ),
            Vpn(
                "CON-26",
                "nameRules[0].dnsServers[0]",
                Severity.Block,
                Simple with
                {
                    NameRules = [new() { Name = "a.example", DnsServers = ["dns.a.example"] }],
                }
            ),
            Vpn("CON-27", "appTriggers[0]", Severity.Block, Simple with { AppTriggers = ["notepad"] }),
            Vpn("CON-28", "forWorkApps", Severity.Block, Simple with { ForWorkApps = true }),
            new BadValue(
                "CON-28",
                "connectivity.vpn[1].forWorkApps",
                Severity.Warn,
                Protecting(Simple with { ForWorkApps = true }, Simple with { Name = "B", ForWorkApps = true })
            ),
            new BadValue(
                "CON-28",
                "connectivity.vpn[0].xml",
                Severity.Warn,
                Protecting(new VpnProfile.ByXml { Name = "X", Xml = SampleProfiles.Vpn("<EdpModeId>contoso.com</EdpModeId>") })
            ),
            new BadValue(
                "CON-29",
                "connectivity.vpn[1].alwaysOn",
                Severity.Warn,
                With(Simple with { AlwaysOn = true }, Simple with { Name = "B", AlwaysOn = true })
            ),
            new BadValue(
                "CON-12",
                "connectivity.vpn",
                Severity.Block,
                With([.. Enumerable.Range(0, 21).Select(i => Simple with { Name = $"N{i}" })])
            ),
            new BadValue(
                "W-NET-18",
                "connectivity.vpn",
                Severity.Note,
                With(Simple) with
                {
                    NetworkBoundary = new() { CloudResources = [new CloudResource { Host = "contoso.sharepoint.com" }] },
                }
            ),
            new BadValue(
                "W-NET-18",
                "connectivity.wifi",
                Severity.Note,
                With(Office) with
                {
                    NetworkBoundary = new() { CloudResources = [new CloudResource { Host = "contoso.sharepoint.com" }] },
                }
            ),
            new BadValue(
                "HO-VPN-01",
                "handoff.discoveryUrl",
                Severity.Note,
                With(Simple) with
                {
                    Handoff = new() { DiscoveryUrl = "https://mdm.northwind.example/EnrollmentServer/Discovery.svc" },
                }
            ),
        ];

    [Theory]
    [MemberData(nameof(BadNetworks))]
    [MemberData(nameof(BadConnections))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsValidProfiles()
    {
        WrittenPolicy[] fine =
        [
            With(Office),
            With(Work),
            With(Office with { Name = "Grüße & <Küsse> 'x' \"y\"" }),
            With(
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(),
                }
            ),
            With(Simple),
            With(Simple with { Routes = ["0.0.0.0/0", "::/0"], Servers = ["2001:db8::1"], AppTriggers = ["Contoso.App_8wekyb3d8bbwe"] }),
            Protecting(Full),
            Protecting(
                new VpnProfile.ByXml
                {
                    Name = "X",
                    PresharedKey = Key,
                    Xml = SampleProfiles.Vpn("<EdpModeId>northwind.example</EdpModeId>"),
                }
            ),
        ];

        Assert.All(fine, policy => Assert.Empty(PolicyValidator.Validate(policy, SamplePolicies.Context).Findings));
    }

    [Fact]
    public void Validate_AcceptsVpnWhenBoundaryHasRangesOrDomains() =>
        Assert.DoesNotContain(PolicyValidator.Validate(Protecting(Simple), SamplePolicies.Context).Findings, f => f.Code == "W-NET-18");

    [Fact]
    public void Validate_BlocksSecretThatIsNotStored()
    {
        var context = SamplePolicies.Context with { KnownSecrets = new HashSet<Guid>() };

        Assert.Contains(
            PolicyValidator.Validate(With(Office), context).Findings,
            f => f is { Code: "SEC-01", Field: "connectivity.wifi[0].key" }
        );
        Assert.Contains(
            PolicyValidator.Validate(Protecting(Full), context).Findings,
            f => f is { Code: "SEC-01", Field: "connectivity.vpn[0].presharedKey" }
        );
    }

    private static BadValue Wifi(string code, string field, Severity severity, WifiProfile network) =>
        new(code, $"connectivity.wifi[0].{field}", severity, With(network));

    private static BadValue Vpn(string code, string field, Severity severity, VpnProfile vpn) =>
        new(code, $"connectivity.vpn[0].{field}", severity, With(vpn));
}

using System.Globalization;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>
/// One node has many spellings: equivalent ones find it, and ones that a device might resolve to another node find none
/// (docs/reference/abuse-cases.md PB-06).
/// </summary>
public sealed class CspAddressTests
{
    private const string Lock = "./Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength";
    private const string Firewall = "./Vendor/MSFT/DeviceStatus/Firewall/Status";
    private const string Profile = "./Device/Vendor/MSFT/WiFi/Profile/";

    [Theory, Trait("Abuse", "PB-06")]
    [InlineData(Lock, Lock)]
    [InlineData("./device/VENDOR/msft/policy/CONFIG/devicelock/mindevicepasswordlength", Lock)]
    [InlineData("./Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength", Lock)]
    [InlineData("./Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength/", Lock)]
    [InlineData("Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength", Lock)]
    [InlineData(Firewall, Firewall)]
    [InlineData("./Device/Vendor/MSFT/DeviceStatus/Firewall/Status", Firewall)]
    [InlineData("./DEVICE/vendor/msft/devicestatus/firewall/status/", Firewall)]
    [InlineData("./devinfo/mod", "./DevInfo/Mod")]
    [InlineData("./syncml/DMACC/account/appid", "./SyncML/DMAcc/account/AppID")]
    [InlineData("./user/vendor/msft/vpnv2/Office/alwayson", "./User/Vendor/MSFT/VPNv2/Office/AlwaysOn")]
    // Dynamic segments preserve their case and have one canonical encoding.
    [InlineData("./Vendor/MSFT/wifi/profile/Caf%c3%a9%20Nord/wlanxml", Profile + "Caf%C3%A9%20Nord/WlanXml")]
    [InlineData(Profile + "%4Fffice/WlanXml", Profile + "Office/WlanXml")]
    [InlineData(Profile + "Joe's/WlanXml", Profile + "Joe%27s/WlanXml")]
    [InlineData(Profile + "50%25/WlanXml", Profile + "50%25/WlanXml")]
    [InlineData(Profile + "a%2Fb/WlanXml", Profile + "a%2Fb/WlanXml")]
    // An unfilled placeholder is accepted.
    [InlineData(
        "./Vendor/MSFT/AppLocker/EnterpriseDataProtection/{Grouping}EdpExempt/EXE/Policy",
        "./Vendor/MSFT/AppLocker/EnterpriseDataProtection/{Grouping}EdpExempt/EXE/Policy"
    )]
    public void Find_ReturnsCanonicalSpelling(string locUri, string canonical)
    {
        var match = CspCatalogue.Find(locUri);

        Assert.NotNull(match);
        Assert.Equal(canonical, match.LocUri);
        Assert.Equal(locUri == canonical, CspCatalogue.NodeAt(locUri).IsCanonical);
        Assert.Same(match.Node, CspCatalogue.NodeAt(locUri).Node);
        Assert.Equal(canonical, CspCatalogue.Find(canonical)!.LocUri);
    }

    [Theory, Trait("Abuse", "PB-06")]
    // Outside of the fourteen providers, and outside of the two areas of Policy.
    [
        InlineData("./Vendor/MSFT/RemoteWipe/doWipe"),
        InlineData("./Device/Vendor/MSFT/RemoteWipe/doWipe"),
        InlineData("./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppInstallation")
    ]
    [
        InlineData("./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera"),
        InlineData("./Device/Vendor/MSFT/Policy/Config/DeviceLockX/MinDevicePasswordLength")
    ]
    [
        InlineData("./DevDetail/SwV"),
        InlineData("./cimv2/MDM_Something"),
        InlineData("./Vendor/MSFT/CertificateStore/My/SCEP/x/Install/Challenge")
    ]
    // Preview builds of Windows.
    [
        InlineData("./Device/Vendor/MSFT/Policy/Config/DeviceLock/AccountLockoutPolicy"),
        InlineData("./Vendor/MSFT/HealthAttestation/AttestErrorMessage")
    ]
    // The tree that does not contain the node.
    [
        InlineData("./User/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength"),
        InlineData("./User/Vendor/MSFT/VPNv2/Office/DeviceTunnel")
    ]
    [
        InlineData("./Device/Vendor/MSFT/VPNv2/Office/RequireVpnClientAppUI"),
        InlineData("./Device/DevInfo/Mod"),
        InlineData("./Device/SyncML/DMAcc"),
        InlineData("./Device/User/Vendor/MSFT/WiFi")
    ]
    [InlineData("./Device/Device/Vendor/MSFT/WiFi"), InlineData("./Device"), InlineData("./Vendor/MSFT"), InlineData("./User")]
    // Relative segments.
    [
        InlineData("./Device/Vendor/MSFT/WiFi/../RemoteWipe/doWipe"),
        InlineData("./Device/Vendor/MSFT/RemoteWipe/../WiFi/Profile"),
        InlineData(Profile + "x/../../../RemoteWipe/doWipe")
    ]
    [
        InlineData("./Device/Vendor/MSFT/./WiFi"),
        InlineData("././Device/Vendor/MSFT/WiFi"),
        InlineData("../Device/Vendor/MSFT/WiFi"),
        InlineData(Profile + ".."),
        InlineData(Profile + ".")
    ]
    // Relative segments that are encoded once, twice or overlong, or look like one.
    [
        InlineData(Profile + "%2e%2e/WlanXml"),
        InlineData(Profile + "%2E./WlanXml"),
        InlineData(Profile + "%252e%252e/WlanXml"),
        InlineData(Profile + "%25252e%25252e/WlanXml")
    ]
    [
        InlineData(Profile + "x%2f..%2f..%2f..%2fRemoteWipe/WlanXml"),
        InlineData(Profile + "x%5c..%5cy/WlanXml"),
        InlineData(Profile + "x%252f..%252fy/WlanXml"),
        InlineData(Profile + "a%2f%2fb/WlanXml")
    ]
    [
        InlineData(Profile + "%c0%ae%c0%ae/WlanXml"),
        InlineData(Profile + "%c0%afx/WlanXml"),
        InlineData(Profile + "%ff/WlanXml"),
        InlineData(Profile + "%ed%a0%80/WlanXml")
    ]
    [
        InlineData(Profile + "%e2%80%a4%e2%80%a4/WlanXml"),
        InlineData(Profile + "x%ef%bc%8f..%ef%bc%8fy/WlanXml"),
        InlineData(Profile + "%ef%bc%8e%ef%bc%8e/WlanXml")
    ]
    // Encoding of a fixed name, and invalid encoding.
    [
        InlineData("./Device/Vendor/MSFT/%57iFi"),
        InlineData("%2E/Device/Vendor/MSFT/WiFi"),
        InlineData("./Device%2FVendor/MSFT/WiFi"),
        InlineData("./Device/Vendor/MSFT/WiFi%2FProfile")
    ]
    [
        InlineData(Profile + "50%/WlanXml"),
        InlineData(Profile + "%4/WlanXml"),
        InlineData(Profile + "%zz/WlanXml"),
        InlineData(Profile + "%00/WlanXml"),
        InlineData(Profile + "a%0Ab/WlanXml")
    ]
    // Empty segments, other separators, queries, white space.
    [
        InlineData("./Device//Vendor/MSFT/WiFi"),
        InlineData("//Device/Vendor/MSFT/WiFi"),
        InlineData("/Device/Vendor/MSFT/WiFi"),
        InlineData("./Device/Vendor/MSFT/WiFi//"),
        InlineData(Profile + "/WlanXml")
    ]
    [
        InlineData(".\\Device\\Vendor\\MSFT\\WiFi"),
        InlineData("./Device/Vendor/MSFT\\WiFi"),
        InlineData("./Device/Vendor/MSFT/WiFi?list=StructData"),
        InlineData("./Device/Vendor/MSFT/WiFi?"),
        InlineData("./Device/Vendor/MSFT/WiFi#x")
    ]
    [
        InlineData(" ./Device/Vendor/MSFT/WiFi"),
        InlineData("./Device/Vendor/MSFT/WiFi "),
        InlineData("./Device/ Vendor/MSFT/WiFi"),
        InlineData("./Device/Vendor/MSFT/Wi\tFi"),
        InlineData("./Device/Vendor/MSFT/WiFi\n"),
        InlineData("./Device/Vendor/MSFT/WiFi\0")
    ]
    // Look-alike letters.
    [
        InlineData("./Device/Vendor/MSFT/WıFi"),
        InlineData("./Device/Vendor/MSFT/WiFі"),
        InlineData("./Device/Vendor/MSFT/ＷiFi"),
        InlineData("./Device/Vendor/MſFT/WiFi"),
        InlineData("./Device/Vendor/MSFT/Wi\u200bFi"),
        InlineData("．/Device/Vendor/MSFT/WiFi")
    ]
    // Names with a fixed format, a placeholder in place of another one, a wildcard.
    [
        InlineData("./Device/Vendor/MSFT/PassportForWork/anything/Policies"),
        InlineData("./Device/Vendor/MSFT/PassportForWork/%42iometrics/UseBiometrics"),
        InlineData("./Device/Vendor/MSFT/RootCATrustedCertificates/Root/abc/EncodedCertificate")
    ]
    [
        InlineData("./Device/Vendor/MSFT/WiFi/Profile/{ProviderID}/WlanXml"),
        InlineData("./Device/Vendor/MSFT/WiFi/Profile/{SSID}%2e/WlanXml"),
        InlineData(Profile + "%2A/WlanXml")
    ]
    [InlineData(""), InlineData("."), InlineData("./"), InlineData("/"), InlineData("*")]
    public void Find_ReturnsNullForOtherAddresses(string locUri)
    {
        Assert.Null(CspCatalogue.Find(locUri));
        Assert.Null(CspCatalogue.NodeAt(locUri).Node);
        Assert.All(
            [CspAccess.Get, CspAccess.Add, CspAccess.Replace, CspAccess.Delete, CspAccess.Exec],
            verb => Assert.Equal(CspRejectionKind.Unknown, CspGuard.Reject(verb, locUri)!.Kind)
        );
    }

    /// <summary>The lookup runs for each command of each device.</summary>
    [Fact]
    public void NodeAt_AllocatesNothingForCanonicalAddress()
    {
        string[] sent = [.. CspCatalogue.All.Select(node => Filled(node.Uri))];
        _ = sent.Count(locUri => CspCatalogue.NodeAt(locUri).IsCanonical);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var known = 0;
        foreach (var locUri in sent)
        {
            known += CspCatalogue.NodeAt(locUri).IsCanonical ? 1 : 0;
        }

        Assert.Equal((0, sent.Length), (GC.GetAllocatedBytesForCurrentThread() - before, known));
    }

    [Fact]
    public void Find_DecodesDynamicSegments()
    {
        var match = CspCatalogue.Find("./Vendor/MSFT/VPNv2/Head%20office/RouteList/0/Address")!;

        Assert.Same(VPNv2Csp.Device.Routes.Address, match.Node);
        Assert.Equal([("{ProfileName}", "Head office"), ("{routeRowId}", "0")], match.Names);
    }

    [Fact]
    public void Find_ReturnsEveryNodeInAnyCase() =>
        Assert.All(
            CspCatalogue.All,
            node =>
            {
                Assert.Same(node, CspCatalogue.Find(node.Uri)?.Node);
                Assert.Equal((node, true), CspCatalogue.NodeAt(node.Uri));
                var filled = Filled(node.Uri);
                Assert.Equal(
                    (filled, node),
                    (
                        CspCatalogue.Find(filled.ToUpperInvariant().Replace("/OFFICE", "/Office", StringComparison.Ordinal))?.LocUri,
                        CspCatalogue.NodeAt(filled).Node
                    )
                );
            }
        );

    /// <summary>Where a dynamic segment has fixed siblings, its names have a format that no fixed name has.</summary>
    [Fact]
    public void Find_RejectsDynamicNamesWhereFixedSiblingsExist()
    {
        var parents = CspCatalogue
            .All.Select(node => node.Uri)
            .Where(uri => uri.EndsWith('}'))
            .Select(uri => uri[..uri.LastIndexOf('/')])
            .Distinct();
        var mixed = parents
            .Where(parent =>
                CspCatalogue.All.Any(node =>
                    node.Uri.StartsWith(parent + "/", StringComparison.Ordinal) && node.Uri[parent.Length + 1] != '{'
                )
            )
            .ToArray();
        Assert.Equal(["./Device/Vendor/MSFT/PassportForWork"], mixed);
    }

    /// <summary>
    /// Addresses composed of allowed, blocked and hostile parts. An accepted address finds the same node again in its canonical spelling,
    /// and a device that normalizes addresses in one of the usual ways finds no other node.
    /// </summary>
    [Theory, Trait("Abuse", "PB-06")]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Find_IsStableForRandomAddresses(int seed)
    {
        var random = new Random(seed);
        string[] hostile =
        [
            "..",
            ".",
            "",
            "%2e%2e",
            "%2E",
            "%252e%252e",
            "%2f",
            "x%2f..%2fy",
            "\\",
            "..\\",
            "?list=StructData",
            " ",
            "\u2024\u2024",
            "%c0%ae%c0%ae",
            "RemoteWipe",
            "doWipe",
            "Camera",
            "%00",
            "{Grouping}",
        ];
        var seeds = CspCatalogue.All.Select(node => Filled(node.Uri)).ToArray();
        var found = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var segments = seeds[random.Next(seeds.Length)].Split('/').ToList();
            for (var change = random.Next(3); change > 0; change--)
            {
                var at = random.Next(segments.Count);
                switch (random.Next(5))
                {
                    case 0:
                        segments.Insert(at, hostile[random.Next(hostile.Length)]);
                        break;
                    case 1:
                        segments[at] = hostile[random.Next(hostile.Length)];
                        break;
                    case 2:
                        segments[at] = segments[at].ToUpperInvariant();
                        break;
                    case 3:
                        segments[at] = string.Concat(
                            segments[at]
                                .Select(c =>
                                    random.Next(4) == 0 ? "%" + ((int)c).ToString("x2", CultureInfo.InvariantCulture) : c.ToString()
                                )
                        );
                        break;
                    default:
                        segments.RemoveAt(at);
                        break;
                }

                if (segments.Count == 0)
                {
                    segments.Add(".");
                }
            }

            var locUri = string.Join('/', segments);
            if (CspCatalogue.Find(locUri) is not { } match)
            {
                continue;
            }

            found++;
            var again = CspCatalogue.Find(match.LocUri);
            Assert.Equal((match.LocUri, match.Node), (again?.LocUri, again?.Node));
            Assert.True(CspCatalogue.NodeAt(match.LocUri).IsCanonical, locUri);
            Assert.Equal(match.LocUri == locUri, CspCatalogue.NodeAt(locUri).IsCanonical);
            Assert.All(Cleaned(match.LocUri), cleaned => Assert.Equal((locUri, Fixed(match.Node)), (locUri, Fixed(match.Node, cleaned))));
        }

        Assert.InRange(found, 500, 4_999);
    }

    /// <summary>
    /// Returns the results of normalizations that a device might apply: decoding once or twice, unifying separators, resolving relative
    /// segments.
    /// </summary>
    private static IEnumerable<string> Cleaned(string locUri)
    {
        var once = Uri.UnescapeDataString(locUri);
        foreach (var text in new[] { locUri, once, Uri.UnescapeDataString(once) })
        {
            var taken = new List<string>();
            foreach (var segment in text.Replace('\\', '/').Split('/').Where(segment => segment is not ("" or ".")))
            {
                if (segment == "..")
                {
                    taken.RemoveRange(Math.Max(0, taken.Count - 1), Math.Min(1, taken.Count));
                }
                else
                {
                    taken.Add(segment);
                }
            }

            yield return "./" + string.Join('/', taken);
        }
    }

    /// <summary>Returns the part of a node's address before the first dynamic segment, which no normalization may change.</summary>
    private static string Fixed(CspNode node) => node.Uri.Split("/{")[0];

    private static string Fixed(CspNode node, string cleaned) =>
        cleaned.StartsWith(Fixed(node), StringComparison.Ordinal) ? Fixed(node) : cleaned;

    private static string Filled(string uri) =>
        string.Join(
            '/',
            uri.Split('/')
                .Select(segment =>
                    segment switch
                    {
                        "{TenantId}" => "01234567-0123-4123-8123-012345678901",
                        "{CertHash}" => "0123456789012345678901234567890123456789",
                        ['{', ..] => "Office",
                        _ => segment,
                    }
                )
        );
}

using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Session;
using MamConsole.Tests.PolicyEngine;
using MamConsole.Tests.PolicyEngine.Connectivity;

namespace MamConsole.Tests.Simulator;

/// <summary>Tests compiled profiles against a simulated device whose description of Windows is independent of the compiler.</summary>
public sealed class ProfileGrammarTests
{
    private const string Wifi = "./Device/Vendor/MSFT/WiFi/Profile/";
    private const string Vpn = "./User/Vendor/MSFT/VPNv2/";

    public static TheoryData<WifiProfile> Networks =>
        [
            SampleProfiles.Office,
            SampleProfiles.Hostile,
            SampleProfiles.Work,
            SampleProfiles.Work with
            {
                Security = WifiSecurity.Wpa3Enterprise,
            },
            SampleProfiles.Office with
            {
                Security = WifiSecurity.Open,
            },
            SampleProfiles.Office with
            {
                Name = "Grüße {secret:x}",
            },
            new WifiProfile.ByXml
            {
                Name = "Office",
                Key = SampleProfiles.Key,
                Xml = SampleProfiles.Wlan(),
            },
        ];

    public static TheoryData<VpnProfile> Connections =>
        [
            SampleProfiles.Simple,
            SampleProfiles.Full with
            {
                ForWorkApps = false,
            },
            SampleProfiles.Simple with
            {
                ForceTunnel = true,
            },
            SampleProfiles.Simple with
            {
                Protocol = VpnProtocol.Sstp,
                SignIn = VpnSignIn.Password,
            },
            new VpnProfile.ByXml
            {
                Name = "X",
                PresharedKey = SampleProfiles.Key,
                Xml = SampleProfiles.Vpn("<AlwaysOn>true</AlwaysOn>"),
            },
        ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Device_AcceptsAndRemovesEveryWifiProfile(WifiProfile network) => Takes(SampleProfiles.With(network));

    [Theory]
    [MemberData(nameof(Connections))]
    public void Device_AcceptsAndRemovesEveryVpnProfile(VpnProfile vpn) => Takes(SampleProfiles.With(vpn));

    [Theory]
    [InlineData(Wifi + "Office/WlanXml", "<WLANProfile/>", 500)]
    [InlineData(Wifi + "Office/WlanXml", "no XML", 500)]
    [InlineData(Wifi + "Office/Proxy", "proxy:80", 500)]
    [InlineData(Wifi + "Office/Unknown", "x", 404)]
    [InlineData(Vpn + "Office/ProfileXML", "<VPNProfile/>", 500)]
    [InlineData(
        Vpn + "Office/ProfileXML",
        "<VPNProfile><NativeProfile><Servers>a</Servers><NativeProtocolType>IKEv2</NativeProtocolType><Authentication><UserMethod>MSChapv2</UserMethod></Authentication></NativeProfile></VPNProfile>",
        500
    )]
    public void Device_RejectsInvalidDocuments(string uri, string data, int code) =>
        Assert.Equal(code, TestDevices.NewTree().Do(NodeVerb.Add, uri, data, "chr").Code.Value);

    [Fact]
    public void Device_RejectsProfileWithWrongNameKeyOrElementOrder()
    {
        var right = Document(SampleProfiles.With(SampleProfiles.Office));
        string[] wrong =
        [
            right.Value.Replace("correct horse", "short", StringComparison.Ordinal),
            right.Value.Replace("<protected>false", "<protected>true", StringComparison.Ordinal),
            right.Value.Replace(
                "<keyType>passPhrase</keyType><protected>false</protected>",
                "<protected>false</protected><keyType>passPhrase</keyType>",
                StringComparison.Ordinal
            ),
        ];

        Assert.Equal(200, TestDevices.NewTree().Do(NodeVerb.Add, right.Uri, right.Value, "chr").Code.Value);
        Assert.Equal(500, TestDevices.NewTree().Do(NodeVerb.Add, Wifi + "Other/WlanXml", right.Value, "chr").Code.Value);
        Assert.All(wrong, value => Assert.Equal(500, TestDevices.NewTree().Do(NodeVerb.Add, right.Uri, value, "chr").Code.Value));
        Assert.Equal(404, TestDevices.NewTree().Do(NodeVerb.Replace, right.Uri, right.Value, "chr").Code.Value);
    }

    private static void Takes(WrittenPolicy policy)
    {
        var (uri, value) = Document(policy);
        var added = TestDevices.NewTree().Do(NodeVerb.Add, uri, value, "chr");
        Assert.Equal(200, added.Code.Value);

        var holder = uri[..uri.LastIndexOf('/')];
        Assert.Equal(200, added.Tree.Do(NodeVerb.Get, holder).Code.Value);
        var removed = added.Tree.Do(NodeVerb.Delete, holder);
        Assert.Equal((200, 404), (removed.Code.Value, removed.Tree.Do(NodeVerb.Get, uri).Code.Value));
    }

    /// <summary>Returns the address and the document as they are sent.</summary>
    private static (string Uri, string Value) Document(WrittenPolicy policy)
    {
        var node = Assert.Single(SamplePolicies.Compile(policy).Nodes);
        return (node.LocUri, SecretPlaceholder.Fill(node.Value, _ => "correct horse"));
    }
}

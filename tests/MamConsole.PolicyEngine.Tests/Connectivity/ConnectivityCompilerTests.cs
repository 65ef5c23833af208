using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;
using static MamConsole.Tests.PolicyEngine.Connectivity.SampleProfiles;

namespace MamConsole.Tests.PolicyEngine.Connectivity;

public sealed class ConnectivityCompilerTests
{
    private const string Network = "./Device/Vendor/MSFT/WiFi/Profile/";
    private const string Connection = "./User/Vendor/MSFT/VPNv2/";

    [Fact]
    public void Compile_WritesWifiForDeviceAndVpnForUserUnderEscapedNames()
    {
        var nodes = SamplePolicies
            .Compile(
                new()
                {
                    Connectivity = new()
                    {
                        Wifi = [Office with { Name = "Büro 50% {SSID}", Cost = WifiCost.Limited }],
                        Vpn = [Simple with { Name = "Head office {ProfileName}" }],
                    },
                }
            )
            .Nodes;

        Assert.Equal(
            [
                $"{Network}B%C3%BCro%2050%25%20%7BSSID%7D/WlanXml Presence 15063",
                $"{Network}B%C3%BCro%2050%25%20%7BSSID%7D/WiFiCost Value 17763",
                $"{Connection}Head%20office%20%7BProfileName%7D/ProfileXML Presence 15063",
            ],
            nodes.Select(n => $"{n.LocUri} {n.ReadBack} {n.MinimumBuild}")
        );
        Assert.All(nodes, n => Assert.Equal(NodeStage.Connectivity, n.Stage));
        Assert.All(nodes, n => Assert.True(LocUri.IsWellFormed(n.LocUri)));
        Assert.Equal("2", nodes[1].Value);
    }

    [Fact]
    public void Compile_WritesApprovedDocuments()
    {
        Assert.Equal(Approved("wifi-personal"), Only(With(Hostile)).Value);
        Assert.Equal(Approved("wifi-enterprise"), Only(With(Work)).Value);
        Assert.Equal(
            Approved("vpn-form"),
            SamplePolicies.Compile(Protecting(Full)).Nodes.Single(n => n.Stage == NodeStage.Connectivity).Value
        );
    }

    [Fact]
    public void Compile_OmitsUnusedKeysAndWritesMachineMethod() =>
        Assert.Multiple(
            () =>
                Assert.DoesNotContain(
                    "sharedKey",
                    Only(With(Office with { Security = WifiSecurity.Open })).Value,
                    StringComparison.Ordinal
                ),
            () =>
                Assert.Contains(
                    "<Authentication><MachineMethod>Certificate</MachineMethod></Authentication>",
                    Only(With(Simple)).Value,
                    StringComparison.Ordinal
                ),
            () => Assert.DoesNotContain("L2tpPsk", Only(With(Simple with { PresharedKey = Key })).Value, StringComparison.Ordinal)
        );

    [Fact]
    public void Compile_PreservesPastedDocumentAndInsertsKeyPlaceholder()
    {
        var network = Only(
            With(
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan(),
                }
            )
        ).Value;
        var vpn = Only(
            With(
                new VpnProfile.ByXml
                {
                    Name = "X",
                    PresharedKey = Key,
                    Xml = SampleProfiles.Vpn("<!-- ours --><AlwaysOn>true</AlwaysOn>"),
                }
            )
        ).Value;

        Assert.StartsWith(
            "<WLANProfile xmlns=\"http://www.microsoft.com/networking/WLAN/profile/v1\"><name>Office</name>",
            network,
            StringComparison.Ordinal
        );
        Assert.Contains($"<keyMaterial>{Key.XmlPlaceholder}</keyMaterial>", network, StringComparison.Ordinal);
        Assert.StartsWith("<VPNProfile><AlwaysOn>true</AlwaysOn><NativeProfile>", vpn, StringComparison.Ordinal);
        Assert.Contains($"<L2tpPsk>{Key.XmlPlaceholder}</L2tpPsk>", vpn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WifiSecurity.Wpa2Personal, 15063)]
    [InlineData(WifiSecurity.Wpa3Personal, 18362)]
    [InlineData(WifiSecurity.Wpa3Enterprise, 22000)]
    public void Compile_SetsMinimumBuildForWifiSecurity(WifiSecurity security, int build) =>
        Assert.Equal(build, Only(With(Office with { Security = security, EapXml = Eap })).MinimumBuild);

    [Fact]
    public void Compile_SetsMinimumBuildForPastedProfile() =>
        Assert.Equal(
            18362,
            Only(
                With(
                    new WifiProfile.ByXml
                    {
                        Name = "Office",
                        Key = Key,
                        Xml = Wlan(authentication: "WPA3SAE"),
                    }
                )
            ).MinimumBuild
        );

    [Fact]
    public void Compile_EscapesSecretPlaceholdersInProfileText()
    {
        var stolen = Key.XmlPlaceholder;
        var network = Only(
            With(
                new WifiProfile.ByXml
                {
                    Name = "Office",
                    Key = Key,
                    Xml = Wlan()
                        .Replace(
                            "</MSM>",
                            $"</MSM><x xmlns=\"urn:x\" a=\"{stolen}\">{stolen} {Key.Placeholder}</x>",
                            StringComparison.Ordinal
                        ),
                }
            )
        ).Value;
        var vpn = Only(With(Simple with { AppTriggers = [$@"C:\{stolen}\a.exe"] })).Value;

        Assert.Equal(1, network.Split("{secret").Length - 1);
        Assert.Contains("&#x7B;secret-xml:", network, StringComparison.Ordinal);
        Assert.Empty(SecretPlaceholder.In(vpn));
    }

    [Fact]
    public void Build_WritesVpnInSeparateAtomicAndDeletesWholeProfile()
    {
        var version = SamplePolicies.Compile(
            new()
            {
                Connectivity = new() { Wifi = [Work], Vpn = [Simple, Simple with { Name = "B" }] },
            }
        );
        var plan = version.Nodes.Select(n => new PlannedCommand.Write(n.LocUri, WriteVerb.Add)).Cast<PlannedCommand>().ToValueList();

        var (commands, _) = CommandBatch.Build(plan, version, "");
        var (removals, _) = CommandBatch.Build(
            [.. version.Nodes.Select(n => new PlannedCommand.Remove(n.LocUri))],
            CompiledPolicy.Empty,
            ""
        );

        Assert.Equal(2, commands.OfType<SyncCommand.Atomic>().Count(a => a.Commands is [SyncCommand.Add]));
        Assert.Single(commands.OfType<SyncCommand.Add>());
        Assert.Equal(
            [$"{Network}Work", $"{Connection}Head%20office", $"{Connection}B"],
            Assert.Single(removals.OfType<SyncCommand.Sequence>()).Commands.OfType<SyncCommand.Delete>().Select(d => d.Items[0].Target)
        );
    }

    [Fact]
    public void Compare_ReportsChangedKeyWithoutItsValue()
    {
        var other = new SecretReference(Guid.Parse("11111111-2222-3333-4444-55555555aaaa"));
        var (before, after) = (With(Office), With(Office with { Key = other }));

        Assert.NotEqual(Only(before).Value, Only(after).Value);
        var change = Assert.Single(MamConsole.PolicyEngine.Versions.PolicyDiff.Compare(before, after).Changes);
        Assert.Equal(["Office: WPA2-Personal, key stored (aaaa), connects automatically"], change.AddedItems);
        Assert.Equal(["Office: WPA2-Personal, key stored (5a41), connects automatically"], change.RemovedItems);
    }

    private static CompiledNode Only(WrittenPolicy policy) => Assert.Single(SamplePolicies.Compile(policy).Nodes);
}

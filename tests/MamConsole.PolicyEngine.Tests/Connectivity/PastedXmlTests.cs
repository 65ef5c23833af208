using System.Text;
using System.Xml;
using CsCheck;
using MamConsole.PolicyEngine.Connectivity;
using static MamConsole.Tests.PolicyEngine.Connectivity.SampleProfiles;

namespace MamConsole.Tests.PolicyEngine.Connectivity;

/// <summary>Tests pasted documents: which are rejected, and that reading and writing neither loses nor adds content.</summary>
[Trait("Abuse", "PB-07")]
public sealed class PastedXmlTests
{
    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "not XML", "hello" },
            { "unclosed", "<a>" },
            { "two roots", "<a/><b/>" },
            { "document type", "<!DOCTYPE a><a/>" },
            { "entity bomb", """<!DOCTYPE a [<!ENTITY x "yyyyyyyyyy"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>""" },
            { "external entity", """<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>""" },
            { "undefined entity", "<a>&x;</a>" },
            { "deep", string.Concat(Enumerable.Repeat("<a>", 40)) + string.Concat(Enumerable.Repeat("</a>", 40)) },
            { "wide", $"<a>{string.Concat(Enumerable.Repeat("<b/>", 1_001))}</a>" },
            { "long", $"<a>{new string('x', 33_000)}</a>" },
            { "many attributes", $"<a {string.Join(' ', Enumerable.Range(0, 70).Select(i => $"a{i}=''"))}/>" },
            { "null", "<a>\0</a>" },
            { "control character", "<a>&#7;</a>" },
            { "half a surrogate", "<a>\ud83d</a>" },
            { "namespace with a brace", "<a xmlns='{secret:0b6c2f7e-5a1d-4c0e-9f3a-2b8d7c6e5a41}'/>" },
            { "unbound prefix", "<x:a/>" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void TryRead_RejectsHostileDocumentWithReason(string name, string text)
    {
        Assert.False(PastedXml.TryRead(text, out var xml, out var fault), name);
        Assert.Null(xml);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OmitsBomDeclarationCommentsAndLayout()
    {
        Assert.True(
            PastedXml.TryRead(
                "\uFEFF \r\n<?xml version=\"1.0\" encoding=\"utf-16\"?>\n<!-- x --><a b=\"1\"><?pi x?>\n  <c> d <![CDATA[<&>]]></c>\n  "
                    + "<e/>\n</a>\n",
                out var xml,
                out _
            )
        );
        Assert.Equal("<a b=\"1\"><c> d &lt;&amp;&gt;</c><e /></a>", xml.Write());
        Assert.Equal([("a", ""), ("a/c", " d <&>"), ("a/e", "")], xml.Elements.Select(e => (e.Path, e.Text)));
    }

    [Fact]
    public void Write_PreservesPrefixesAndNamespaces()
    {
        const string Text = "<p:a xmlns:p=\"urn:1\" xmlns=\"urn:2\" p:t=\"p:q\"><b xmlns=\"\" xml:lang=\"de\" /><c /></p:a>";
        Assert.True(PastedXml.TryRead(Text, out var xml, out _));
        Assert.Equal(Text, xml.Write());
    }

    [Fact]
    public void Wifi_ExtractsClearKeyAndPreservesRest()
    {
        var pasted = PastedProfile.Wifi(
            Wlan(key: "<keyType>passPhrase</keyType><protected>false</protected><keyMaterial>correct &lt;horse&gt;</keyMaterial>")
        );

        Assert.Equal(("correct <horse>", "Office"), (pasted.Key, pasted.Name));
        Assert.DoesNotContain("horse", pasted.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("horse", pasted.ToString(), StringComparison.Ordinal);
        Assert.Contains("removed from the document", string.Join(' ', pasted.Found), StringComparison.Ordinal);
        Assert.True(WlanDocument.TryRead(pasted.Xml, out var read, out _) && read is { RequiresKey: true, HasKey: false });
    }

    [Fact]
    public void Wifi_RejectsEncryptedKey()
    {
        var pasted = PastedProfile.Wifi(
            Wlan(key: "<keyType>passPhrase</keyType><protected>true</protected><keyMaterial>01000000D08C9DDF</keyMaterial>")
        );

        Assert.Null(pasted.Key);
        Assert.Contains("key=clear", pasted.Fault, StringComparison.Ordinal);
        Assert.Empty(pasted.Xml);
    }

    [Fact]
    public void Vpn_ExtractsKeyAndPreservesUnreadableDocument()
    {
        var pasted = PastedProfile.Vpn(Vpn().Replace("<L2tpPsk>", "<L2tpPsk>battery", StringComparison.Ordinal));

        Assert.Equal("battery", pasted.Key);
        Assert.DoesNotContain("battery", pasted.Xml, StringComparison.Ordinal);
        Assert.Equal(("<VPNProfile>", null), (PastedProfile.Vpn("<VPNProfile>").Xml, PastedProfile.Vpn("<VPNProfile>").Key));
    }

    [Theory]
    [InlineData("<WLANProfile><keyMaterial>correct horse", true)]
    [InlineData("<a><b><KEYMATERIAL>x</KEYMATERIAL></b></a>", true)]
    [InlineData("<VPNProfile><NativeProfile><L2tpPsk>x</L2tpPsk></NativeProfile></VPNProfile>", true)]
    [InlineData("<VPNProfile><NativeProfile><L2tpPsk> </L2tpPsk></NativeProfile></VPNProfile>", false)]
    [InlineData("<WLANProfile>", false)]
    public void MayHold_DetectsKeyEvenInUnreadableDocument(string xml, bool holds)
    {
        Assert.Equal(holds, ClearKeys.MayHold(xml));
        Assert.Equal(
            holds ? "connectivity.vpn[1].xml" : null,
            ClearKeys.FieldOf(With(Simple, new VpnProfile.ByXml { Xml = xml }).Connectivity)
        );
        Assert.Equal(holds ? "connectivity.wifi[0].xml" : null, ClearKeys.FieldOf(With(new WifiProfile.ByXml { Xml = xml }).Connectivity));
    }

    [Fact]
    public void TryRead_ReturnsWhatWriteComposedForAnyName()
    {
        var name = Gen.OneOf("&", "<", ">", "'", "\"", "]]>", "{secret-xml:", "&amp;", "é", "日", "😀", " a", "<!--", "%2F", "{", "}")
            .Array[1, 4]
            .Select(parts => string.Concat(parts).Trim())
            .Where(n => n.Length > 0 && Encoding.UTF8.GetByteCount(n) <= 32);

        Gen.Select(name, Gen.Bool, Gen.Bool)
            .Sample(
                (ssid, hidden, auto) =>
                {
                    var xml = WlanDocument.Write(Office with { Name = ssid, Hidden = hidden, ConnectAutomatically = auto });
                    Assert.True(WlanDocument.TryRead(xml, out var read, out var fault), fault);
                    Assert.Equal((ssid, ssid, "WPA2PSK"), (read.Name, read.Ssid, read.Authentication));
                    Assert.Equal(hidden ? "true" : "false", read.Xml.First("WLANProfile/SSIDConfig/nonBroadcast"));
                    Assert.Equal(auto ? "auto" : "manual", read.Xml.First("WLANProfile/connectionMode"));

                    // Reading and writing a document does not change its content.
                    Assert.Equal(
                        xml.Replace(Key.XmlPlaceholder, "", StringComparison.Ordinal),
                        read.Xml.Write().Replace("&#x7B;" + Key.XmlPlaceholder[1..], "", StringComparison.Ordinal)
                    );

                    var vpn = VpnDocument.Write(Simple with { AppTriggers = [$@"C:\{ssid}\a.exe"], DnsSuffixes = [ssid] }, null);
                    Assert.True(VpnDocument.TryRead(vpn, out var connection, out fault), fault);
                    Assert.Equal($@"C:\{ssid}\a.exe", connection.Xml.First("VPNProfile/AppTrigger/App/Id"));
                },
                iter: Iterations.Of(500)
            );
    }

    [Fact]
    public void TryRead_NeverThrowsOnAnyText() =>
        Gen.Select(Gen.Int[0, Wlan().Length - 1], Gen.Char[' ', '~'], Gen.Int[0, 2])
            .Sample(
                (at, character, what) =>
                {
                    var text = what switch
                    {
                        0 => Wlan().Remove(at, 1),
                        1 => Wlan().Insert(at, character.ToString()),
                        _ => Wlan()[..at] + character + Wlan()[(at + 1)..],
                    };
                    if (WlanDocument.TryRead(text, out var read, out var fault))
                    {
                        using var reader = XmlReader.Create(new StringReader(read.Xml.Write()));
                        while (reader.Read()) { }
                    }
                    else
                    {
                        Assert.NotEmpty(fault);
                    }
                },
                iter: Iterations.Of(2_000)
            );
}

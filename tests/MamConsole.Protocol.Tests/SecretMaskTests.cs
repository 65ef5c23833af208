using System.Text;
using CsCheck;
using MamConsole.Protocol;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.Protocol.SyncML;

namespace MamConsole.Tests.Protocol;

public sealed class SecretMaskTests
{
    private const string Secret = "hunter2-hunter2";
    private const string TokenType = "com.microsoft/MDM/AADUserToken";

    /// <summary>The locations of a secret in the body of a message.</summary>
    public static TheoryData<string, string> Locations =>
        new()
        {
            {
                "token alert",
                "<Alert><CmdID>2</CmdID><Data>1224</Data><Item><Meta><Type "
                    + $"xmlns=\"syncml:metinf\">{TokenType}</Type></Meta><Data>{Secret}</Data></Item></Alert>"
            },
            {
                "token before its type",
                $"<Alert><CmdID>2</CmdID><Item><Data>{Secret}</Data><Meta><Type>{TokenType}</Type></Meta></Item></Alert>"
            },
            {
                "type of the whole alert",
                $"<Alert><CmdID>2</CmdID><Item><Data>{Secret}</Data></Item><Meta><Type>{TokenType}</Type></Meta></Alert>"
            },
            { "type without Meta", $"<Alert><CmdID>2</CmdID><Item><Type>{TokenType}</Type><Data>{Secret}</Data></Item></Alert>" },
            {
                "type in entities",
                $"<Alert><CmdID>2</CmdID><Item><Meta><Type>com.microsoft/MDM/AAD&#85;ser&#x54;oken</Type></Meta><Data>{Secret}</Data></Item></Alert>"
            },
            {
                "type in CDATA",
                $"<Alert><CmdID>2</CmdID><Item><Meta><Type><![CDATA[{TokenType}]]></Type></Meta><Data>{Secret}</Data></Item></Alert>"
            },
            {
                "type separated by a comment",
                "<Alert><CmdID>2</CmdID><Item><Meta><Type>com.microsoft/MDM/AADUserTo<!-- > "
                    + $"-->ken</Type></Meta><Data>{Secret}</Data></Item></Alert>"
            },
            {
                "token in CDATA",
                $"<Alert><CmdID>2</CmdID><Item><Meta><Type>{TokenType}</Type></Meta><Data><![CDATA[{Secret}]]></Data></Item></Alert>"
            },
            {
                "other prefix",
                $"<Alert><CmdID>2</CmdID><Item><m:Meta xmlns:m=\"syncml:metinf\"><m:Type>{TokenType}</m:Type></m:Meta><x:Data "
                    + $"xmlns:x=\"SYNCML:SYNCML1.2\">{Secret}</x:Data></Item></Alert>"
            },
            {
                "markup characters in attributes",
                "<Alert a='&lt;Data>' b=\"]]>\"><CmdID>2</CmdID><Item>"
                    + $"<Meta><Type c='>'>{TokenType}</Type></Meta><Data d='/>'>{Secret}</Data></Item></Alert>"
            },
            {
                "device token",
                $"<Alert><CmdID>2</CmdID><Item><Meta><Type>com.microsoft/MDM/DeviceToken</Type></Meta><Data>{Secret}</Data></Item></Alert>"
            },
            {
                "credential",
                "<Alert><CmdID>2</CmdID><Cred><Meta><Type "
                    + $"xmlns=\"syncml:metinf\">syncml:auth-md5</Type></Meta><Data>{Secret}</Data></Cred></Alert>"
            },
            {
                "nonce",
                $"<Status><CmdID>2</CmdID><Chal><Meta><NextNonce xmlns=\"syncml:metinf\">{Secret}</NextNonce></Meta></Chal></Status>"
            },
            { "secret node", Write("./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/cert/PFXCertPassword") },
            { "secret node, other case", Write("./device/vendor/msft/clientcertificateinstall/pfxcertinstall/cert/pfxcertpassword") },
            { "secret node, encoded", Write("./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/a%20b/Install/%43hallenge") },
            { "secret node, Wi-Fi", Write("./Vendor/MSFT/WiFi/Profile/Office/WlanXml") },
            { "secret node, VPN", Write("./User/Vendor/MSFT/VPNv2/Office/NativeProfile/L2tpPsk") },
            { "secret node, account", Write("./SyncML/DMAcc/1/AppAuth/2/AAuthSecret") },
            {
                "secret node inside a group",
                $"<Atomic><CmdID>1</CmdID><Sequence><CmdID>2</CmdID>{Write("./Vendor/MSFT/WiFi/Profile/Office/WlanXml")}</Sequence></Atomic>"
            },
            {
                "secret node read back",
                $"<Results><CmdID>3</CmdID><CmdRef>2</CmdRef><Item><Source><LocURI>./Vendor/MSFT/WiFi/Profile/Office/WlanXml</LocURI></Source><Data>{Secret}</Data></Item></Results>"
            },
            {
                "secret node in a sibling element",
                $"<Results><CmdID>3</CmdID><CmdRef>2</CmdRef><SourceRef>./Vendor/MSFT/WiFi/Profile/Office/WlanXml</SourceRef><Item><Data>{Secret}</Data></Item></Results>"
            },
        };

    [Theory]
    [MemberData(nameof(Locations))]
    public void Mask_HidesSecretInEveryLocation(string location, string body)
    {
        var message = WireText.Device1(
            $"<Get><CmdID>90</CmdID><Item><Target><LocURI>./DevInfo/Mod</LocURI></Target></Item></Get>{body}<Final/>"
        );
        var bytes = Encoding.UTF8.GetBytes(message);
        SyncMLReader.Read(bytes);

        var masked = SecretMask.Mask(bytes);

        Assert.NotNull(masked);
        var text = Encoding.UTF8.GetString(masked);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.True(text.Contains(SecretMask.Mark, StringComparison.Ordinal), location);
        Assert.Contains("./DevInfo/Mod", text, StringComparison.Ordinal);
        SyncMLReader.Read(masked);
    }

    [Fact]
    public void Mask_PreservesOtherBytes()
    {
        var message = Encoding.UTF8.GetBytes(
            WireText.Device1(
                "<!-- kept --><Replace ><CmdID>5</CmdID><Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>A &amp; B "
                    + "<![CDATA[<c>]]></Data></Item></Replace><Alert><CmdID>6</CmdID><Data>1224</Data><Item><Meta><Type "
                    + "xmlns='syncml:metinf'>com.microsoft/MDM/LoginStatus</Type></Meta><Data>user</Data></Item></Alert><Final/>"
            )
        );

        Assert.Equal(message, SecretMask.Mask(message));
    }

    [Fact]
    public void Mask_ReportsNumberOfHiddenBytes() =>
        Assert.Contains(
            $"<Data>{SecretMask.Mark}{Secret.Length} bytes]</Data>",
            Encoding.UTF8.GetString(SecretMask.Mask(Encoding.UTF8.GetBytes(Write("./Vendor/MSFT/WiFi/Profile/Office/WlanXml")))!),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<a>")]
    [InlineData("<a></b>")]
    [InlineData("</a>")]
    [InlineData("<a/><b/>")]
    [InlineData("<a/>text")]
    [InlineData("<a><Data>x</a></Data>")]
    [InlineData("<!DOCTYPE a [<!ENTITY t 'AADUserToken'>]><a>&t;</a>")]
    [InlineData("<a><!-- </a>")]
    [InlineData("<a><![CDATA[ </a>")]
    [InlineData("<a b='></a>")]
    [InlineData("<a\0/>")]
    [InlineData("<a></a b='1'>")]
    [InlineData("< a/>")]
    public void Mask_ReturnsNullForUnparsableText(string text) => Assert.Null(SecretMask.Mask(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Mask_ReturnsNullForInvalidUtf8() => Assert.Null(SecretMask.Mask([(byte)'<', (byte)'a', 0xFF, (byte)'/', (byte)'>']));

    [Fact]
    public void Mask_RejectsDeepNestingAndTakesLinearTime()
    {
        Assert.Null(
            SecretMask.Mask(
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 20_000)) + string.Concat(Enumerable.Repeat("</a>", 20_000)))
            )
        );

        var flat = "<a>" + string.Concat(Enumerable.Repeat($"<Item><Type>{TokenType}</Type><Data>x</Data></Item>", 4_000)) + "</a>";
        Assert.DoesNotContain("<Data>x", Encoding.UTF8.GetString(SecretMask.Mask(Encoding.UTF8.GetBytes(flat))!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<wsse:BinarySecurityToken ValueType=\"urn:ietf:params:oauth:token-type:jwt\">{0}</wsse:BinarySecurityToken>")]
    [InlineData("<wsse:BinarySecurityToken ValueType='x' EncodingType = \"y\" >\r\n {0}\r\n</wsse:BinarySecurityToken>")]
    [InlineData("<wsse:UsernameToken><wsse:Username>ana</wsse:Username><wsse:Password>{0}</wsse:Password></wsse:UsernameToken>")]
    [InlineData("<ac:ContextItem Name = \"EnrollmentData\"><ac:Value>{0}</ac:Value></ac:ContextItem>")]
    public void Mask_HidesSecretsOfEnrollment(string part)
    {
        var text = Encoding.UTF8.GetString(
            SecretMask.Mask(Encoding.UTF8.GetBytes(Soap(string.Format(System.Globalization.CultureInfo.InvariantCulture, part, Secret))))!
        );

        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.Contains("LAPTOP-7Q2F", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mask_PreservesProvisioningDocument() =>
        Assert.Contains(
            "PHdhcD4=",
            Encoding.UTF8.GetString(
                SecretMask.Mask(
                    Encoding.UTF8.GetBytes(
                        Soap(
                            "<BinarySecurityToken "
                                + "ValueType=\"http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc\">PHdhcD4=</BinarySecurityToken>"
                        )
                    )
                )!
            ),
            StringComparison.Ordinal
        );

    /// <summary>Inserts a random token at a random position. No usable part of it remains.</summary>
    [Fact]
    public void Mask_HidesRandomTokensCompletely()
    {
        string[] locations =
        [
            "<Alert><CmdID>2</CmdID><Item><Meta><Type>com.microsoft/MDM/AADUserToken</Type></Meta><Data>{0}</Data></Item></Alert>",
            "<Replace><CmdID>2</CmdID><Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>{0}</Data></Item></Replace>",
            "<Replace><CmdID>2</CmdID><Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>before {0}, after</Data></Item></Replace>",
            "<!-- {0} -->",
            "<?hidden {0}?>",
            "<Alert x=\"{0}\"><CmdID>2</CmdID></Alert>",
            "<Results><CmdID>3</CmdID><CmdRef>2</CmdRef><Item><Data><![CDATA[{0}]]></Data></Item></Results>",
            "<wsse:BinarySecurityToken xmlns:wsse='w'>{1}</wsse:BinarySecurityToken>",
            "<Replace><CmdID>2</CmdID><Item><Data>{1}</Data></Item></Replace>",
        ];
        var part = Gen.Byte.Array[20, 300].Select(bytes => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        Gen.Select(part, part, part, Gen.Int[0, locations.Length - 1])
            .Sample(
                (header, claims, signature, position) =>
                {
                    var token = $"eyJ{header}.eyJ{claims}.{signature}";
                    var body = string.Format(
                        System.Globalization.CultureInfo.InvariantCulture,
                        locations[position],
                        token,
                        Convert.ToBase64String(Encoding.UTF8.GetBytes(token))
                    );
                    var masked = Encoding.UTF8.GetString(SecretMask.Mask(Encoding.UTF8.GetBytes(WireText.Device1(body)))!);
                    Assert.DoesNotContain(header, masked, StringComparison.Ordinal);
                    Assert.DoesNotContain(claims, masked, StringComparison.Ordinal);
                    Assert.DoesNotContain(signature, masked, StringComparison.Ordinal);
                    Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(token))[8..40], masked, StringComparison.Ordinal);
                },
                iter: Iterations.Of(100)
            );
    }

    [Fact]
    public void MaskText_HidesToken() =>
        Assert.Equal("Bearer [hidden: 32 bytes], and on", SecretMask.MaskText("Bearer eyJhbGciOiJ9.eyJzdWIiOiJ9.c2lnbm, and on"));

    [Theory]
    [InlineData("./Device/Vendor/MSFT/Policy/Config/DeviceLock/DevicePasswordEnabled")]
    [InlineData("./Vendor/MSFT/WiFi/Profile/Office/WlanXmlNot")]
    [InlineData("./DevInfo/Mod")]
    [InlineData("")]
    public void SecretNodes_ExcludeOrdinaryNodes(string uri) => Assert.False(SecretNodes.Hold(uri));

    private static string Write(string uri) =>
        $"<Replace><CmdID>9</CmdID><Item><Target><LocURI>{uri}</LocURI></Target><Data>{Secret}</Data></Item></Replace>";

    private static string Soap(string part) =>
        $"<s:Envelope xmlns:s='s' xmlns:wsse='w' xmlns:ac='a'><s:Header>{part}</s:Header><s:Body><ac:ContextItem "
        + "Name='DeviceName'><ac:Value>LAPTOP-7Q2F</ac:Value></ac:ContextItem></s:Body></s:Envelope>";
}

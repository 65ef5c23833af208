using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class SecretTests
{
    private static readonly SecretReference Secret = new(Guid.Parse("0b7f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"));
    private static readonly SecretValues Values = new(new Dictionary<Guid, string> { [Secret.Id] = "a<b&\"c\"" });

    [Fact]
    public void SecretReference_SerializesAsObjectWithOneMember()
    {
        var json = JsonSerializer.Serialize(Secret, WrittenPolicy.Json);

        Assert.Equal("""{"secret":"0b7f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"}""", json);
        Assert.Equal(Secret, JsonSerializer.Deserialize<SecretReference>(json, WrittenPolicy.Json));
    }

    [Theory]
    [InlineData("""{"secret":"nonsense"}""")]
    [InlineData("""{"value":"hunter22"}""")]
    [InlineData("\"hunter22\"")]
    public void SecretReference_RejectsOtherJson(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SecretReference>(json, WrittenPolicy.Json));

    [Fact]
    public void PolicyFile_PreservesSecretReference()
    {
        var policy = new NamedPolicy(
            "With a secret",
            new WrittenPolicy { Certificates = new() { Scep = [new ScepCertificate { Challenge = Secret }] } }
        );

        Assert.Empty(PolicyFileReader.Read(PolicyFileWriter.Write(policy), out var read));
        Assert.Equal(policy.Document, read!.Document);
    }

    [Fact]
    public void Deserialize_ReadsOlderDocumentWithoutSecrets() =>
        Assert.Equal(
            new CertificatesSettings(),
            JsonSerializer
                .Deserialize<WrittenPolicy>("""{"schema":1,"deviceLock":{"minimumLength":"8"}}""", WrittenPolicy.Json)!
                .Certificates
        );

    [Fact]
    public void Deserialize_ReadsOlderVersionWithReadBackByValue()
    {
        var node = JsonSerializer.Deserialize<CompiledNode>(
            """{"locUri":"./a","format":0,"value":"1","stage":10,"minimumBuild":15063}""",
            WrittenPolicy.Json
        )!;

        Assert.Equal((ReadBackKind.Value, false), (node.ReadBack, node.Runs));
        Assert.DoesNotContain("readBack", JsonSerializer.Serialize(node, WrittenPolicy.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_EncodesSecretForItsPosition() =>
        Assert.Equal(
            "<k>a&lt;b&amp;&quot;c&quot;</k> a<b&\"c\" YTxiJiJjIg==",
            Values.Fill(
                Node(
                    "./Device/Vendor/MSFT/WiFi/Profile/x/WlanXml",
                    $"<k>{Secret.XmlPlaceholder}</k> {Secret.Placeholder} {Secret.Base64Placeholder}"
                )
            )
        );

    [Fact]
    public void Fill_TreatsPlaceholderInReadableNodeAsPlainText()
    {
        var node = Node("./Device/Vendor/MSFT/Policy/Config/NetworkIsolation/EnterpriseIPRange", Secret.Placeholder);

        Assert.Equal(Secret.Placeholder, Values.Fill(node));
        Assert.Empty(SecretValues.RequiredBy(new CompiledPolicy([node])));
    }

    [Fact]
    public void Fill_ReturnsNullWithoutSecret() =>
        Assert.Null(SecretValues.None.Fill(Node("./Device/Vendor/MSFT/WiFi/Profile/x/WlanXml", Secret.Placeholder)));

    [Fact]
    public void Hide_ReplacesSecretWithFixedNumberOfDots() =>
        Assert.Equal("<k>••••••</k>", SecretPlaceholder.Hide($"<k>{Secret.XmlPlaceholder}</k>"));

    [Theory]
    [InlineData(SecretKind.WifiKey, "short", false)]
    [InlineData(SecretKind.WifiKey, "eight888", true)]
    [InlineData(SecretKind.WifiKey, "umlauts-äöü", false)]
    [InlineData(SecretKind.WifiKey, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData(SecretKind.WifiKey, "zz23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData(SecretKind.VpnKey, "", false)]
    [InlineData(SecretKind.VpnKey, "k\u0001", false)]
    [InlineData(SecretKind.ScepChallenge, "ABCDEF", true)]
    [InlineData(SecretKind.PfxPassword, "", true)]
    [InlineData(SecretKind.Pfx, "not base64!", false)]
    public void SecretText_ReportsInvalidSecret(SecretKind kind, string value, bool good) =>
        Assert.Equal(good, SecretText.Fault(kind, value) is null);

    private static CompiledNode Node(string uri, string value) => new(uri, CspFormat.Chr, value, NodeStage.Connectivity);
}

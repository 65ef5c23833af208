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
    public void A_reference_is_an_object_with_one_member()
    {
        var json = JsonSerializer.Serialize(Secret, WrittenPolicy.Json);

        Assert.Equal("""{"secret":"0b7f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"}""", json);
        Assert.Equal(Secret, JsonSerializer.Deserialize<SecretReference>(json, WrittenPolicy.Json));
    }

    [Theory]
    [InlineData("""{"secret":"nonsense"}""")]
    [InlineData("""{"value":"hunter22"}""")]
    [InlineData("\"hunter22\"")]
    public void Anything_else_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SecretReference>(json, WrittenPolicy.Json));

    [Fact]
    public void A_policy_file_carries_the_name_and_comes_back_the_same()
    {
        var policy = new NamedPolicy(
            "With a secret",
            new WrittenPolicy { Certificates = new() { Scep = [new ScepCertificate { Challenge = Secret }] } }
        );

        Assert.Empty(PolicyFileReader.Read(PolicyFileWriter.Write(policy), out var read));
        Assert.Equal(policy.Document, read!.Document);
    }

    [Fact]
    public void A_document_from_before_reads_and_names_no_secret() =>
        Assert.Equal(
            new CertificatesSettings(),
            JsonSerializer
                .Deserialize<WrittenPolicy>("""{"schema":1,"deviceLock":{"minimumLength":"8"}}""", WrittenPolicy.Json)!
                .Certificates
        );

    [Fact]
    public void A_version_from_before_is_read_back_by_its_values()
    {
        var node = JsonSerializer.Deserialize<CompiledNode>(
            """{"locUri":"./a","format":0,"value":"1","stage":10,"minimumBuild":15063}""",
            WrittenPolicy.Json
        )!;

        Assert.Equal((ReadBackKind.Value, false), (node.ReadBack, node.Runs));
        Assert.DoesNotContain("readBack", JsonSerializer.Serialize(node, WrittenPolicy.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_filled_in_the_form_that_its_position_requires() =>
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
    public void A_placeholder_in_a_readable_node_is_plain_text()
    {
        var node = Node("./Device/Vendor/MSFT/Policy/Config/NetworkIsolation/EnterpriseIPRange", Secret.Placeholder);

        Assert.Equal(Secret.Placeholder, Values.Fill(node));
        Assert.Empty(SecretValues.RequiredBy(new CompiledPolicy([node])));
    }

    [Fact]
    public void Without_its_secret_a_node_has_no_value() =>
        Assert.Null(SecretValues.None.Fill(Node("./Device/Vendor/MSFT/WiFi/Profile/x/WlanXml", Secret.Placeholder)));

    [Fact]
    public void People_see_dots_that_report_nothing_of_the_length() =>
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
    public void What_cannot_be_such_a_secret_is_reported_at_once(SecretKind kind, string value, bool good) =>
        Assert.Equal(good, SecretText.Fault(kind, value) is null);

    private static CompiledNode Node(string uri, string value) => new(uri, CspFormat.Chr, value, NodeStage.Connectivity);
}

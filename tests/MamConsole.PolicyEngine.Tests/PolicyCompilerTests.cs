using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.PolicyEngine;

public sealed partial class PolicyCompilerTests
{
    private const string Isolation = "./Device/Vendor/MSFT/Policy/Config/NetworkIsolation/";
    private const string AppLocker = "./Vendor/MSFT/AppLocker/EnterpriseDataProtection/";
    private const string Edp = "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings/";

    [GeneratedRegex("Id=\"[0-9a-f-]{36}\"")]
    private static partial Regex RuleId { get; }

    /// <summary>The golden example of docs/reference/wip-authoring.md §10, in full where the document abbreviates it.</summary>
    [Fact]
    public void Compile_WritesNodesOfGoldenPolicyInOrder()
    {
        var nodes = SamplePolicies.Compile(SamplePolicies.Golden).Nodes;

        (string, CspFormat, string)[] expected =
        [
            (Isolation + "EnterpriseInternalProxyServers", CspFormat.Chr, "proxy.northwind.example"),
            (
                Isolation + "EnterpriseCloudResources",
                CspFormat.Chr,
                "northwind.sharepoint.com|.files.example,proxy.northwind.example|/*AppCompat*/"
            ),
            (Isolation + "NeutralResources", CspFormat.Chr, "login.microsoftonline.com,login.windows.net"),
            (Isolation + "EnterpriseIPRange", CspFormat.Chr, "10.20.0.0-10.20.255.255"),
            (
                AppLocker + "{Grouping}/StoreApps/Policy",
                CspFormat.Chr,
                """<RuleCollection Type="Appx"><FilePublisherRule Id="*" Name="Microsoft.MicrosoftEdge" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions><FilePublisherCondition PublisherName="CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US" ProductName="Microsoft.MicrosoftEdge" BinaryName="*"><BinaryVersionRange LowSection="*" HighSection="*" /></FilePublisherCondition></Conditions></FilePublisherRule></RuleCollection>"""
            ),
            (
                AppLocker + "{Grouping}/EXE/Policy",
                CspFormat.Chr,
                """<RuleCollection Type="Exe"><FilePublisherRule Id="*" Name="NOTEPAD.EXE" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions><FilePublisherCondition PublisherName="O=MICROSOFT CORPORATION, L=REDMOND, S=WASHINGTON, C=US" ProductName="MICROSOFT® WINDOWS® OPERATING SYSTEM" BinaryName="NOTEPAD.EXE"><BinaryVersionRange LowSection="10.0.15063.0" HighSection="*" /></FilePublisherCondition></Conditions></FilePublisherRule>(10 deny rules)</RuleCollection>"""
            ),
            (
                AppLocker + "{Grouping}EdpExempt/EXE/Policy",
                CspFormat.Chr,
                """<RuleCollection Type="Exe"><FilePublisherRule Id="*" Name="Ledger" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions><FilePublisherCondition PublisherName="O=NORTHWIND, L=OSLO, C=NO" ProductName="LEDGER" BinaryName="LEDGER.EXE"><BinaryVersionRange LowSection="*" HighSection="*" /></FilePublisherCondition></Conditions></FilePublisherRule></RuleCollection>"""
            ),
            (Edp + "RevokeOnUnenroll", CspFormat.Int, "1"),
            (Edp + "RevokeOnMDMHandoff", CspFormat.Int, "1"),
            (Edp + "EDPShowIcons", CspFormat.Int, "1"),
            (Edp + "EnterpriseProtectedDomainNames", CspFormat.Chr, "northwind.example|tailspin.example"),
            (Edp + "EDPEnforcementLevel", CspFormat.Int, "3"),
        ];
        Assert.Equal(expected, nodes.Select(n => (n.LocUri, n.Format, WithoutDenyRules(RuleId.Replace(n.Value, "Id=\"*\"")))));
    }

    /// <summary>
    /// docs/reference/wip-authoring.md §10 expects W-DRA-06 and W-MODE-03; its exempt app always causes W-APP-16 as well.
    /// </summary>
    [Fact]
    public void Validate_ReportsFindingsOfGoldenPolicy() =>
        Assert.Equal(
            ["W-APP-16 Warn", "W-DRA-06 Warn", "W-MODE-03 Warn"],
            PolicyValidator
                .Validate(SamplePolicies.Golden, SamplePolicies.Context)
                .Findings.Select(f => $"{f.Code} {f.Severity}")
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Compile_WritesRichPolicyInOrderOfStages()
    {
        var nodes = SamplePolicies.Compile(SamplePolicies.Rich).Nodes;

        Assert.Equal(nodes.OrderBy(n => n.Stage).ToArray(), nodes);
        Assert.Equal(Enum.GetValues<NodeStage>(), nodes.Select(n => n.Stage).Distinct());
        Assert.Equal("EDPEnforcementLevel", Assert.Single(nodes, n => n.Stage == NodeStage.Mode).LocUri.Split('/')[^1]);
        Assert.Equal(
            "https://mdm.northwind.example/EnrollmentServer/Discovery.svc",
            Assert.Single(nodes, n => n.Stage == NodeStage.MdmLink).Value
        );
    }

    /// <summary>Tests HO-PROV-01 and PIN-10.</summary>
    [Fact]
    public void Compile_ReplacesProviderAndTenantPlaceholders()
    {
        var nodes = SamplePolicies.Compile(SamplePolicies.Rich, SamplePolicies.Options with { ProviderId = "MAM SyncML/Server" }).Nodes;

        Assert.Contains(nodes, n => n.LocUri == "./Device/Vendor/MSFT/DMClient/Provider/MAM%20SyncML%2FServer/ManagementServerToUpgradeTo");
        Assert.Contains(
            nodes,
            n =>
                n.LocUri
                == "./Device/Vendor/MSFT/PassportForWork/7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d/Policies/PINComplexity/MinimumPINLength"
        );
        Assert.All(
            nodes,
            n => Assert.DoesNotContain('{', n.LocUri.Replace(CompiledNode.GroupingPlaceholder, "", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Compile_AppliesOptionsForRmsTemplateAndSmbExtensions()
    {
        Assert.Equal("{c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11}", Value(SamplePolicies.Options, "RMSTemplateIDForEDP"));
        Assert.Equal(
            "c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11",
            Value(SamplePolicies.Options with { BracedRmsTemplate = false }, "RMSTemplateIDForEDP")
        );
        Assert.Equal("docx;xlsx", Value(SamplePolicies.Options, "SMBAutoEncryptedFileExtensions"));
        Assert.Equal(".docx;.xlsx", Value(SamplePolicies.Options with { DottedSmbExtensions = true }, "SMBAutoEncryptedFileExtensions"));
    }

    [Fact]
    public void Compile_WritesRecoveryCertificateAsBlob()
    {
        var certificate = Assert.Single(
            EfsRecoveryBlob.Parse(Convert.FromBase64String(Value(SamplePolicies.Options, "DataRecoveryCertificate")))
        );

        Assert.Equal(
            Convert.FromBase64String(SamplePolicies.Rich.InformationProtection.RecoveryCertificate!.Content),
            certificate.ToArray()
        );
    }

    [Fact]
    public void Compile_ReturnsEmptyPolicyForEmptyDocument() =>
        Assert.Equal(CompiledPolicy.Empty, SamplePolicies.Compile(new WrittenPolicy()));

    [Fact]
    public void Compile_IsDeterministicAndWritesNoNodeTwice() =>
        PolicyGen.Policy.Sample(
            policy =>
            {
                if (Compiled(policy) is { } nodes)
                {
                    Assert.Equal(nodes, Compiled(policy));
                    Assert.Equal(nodes.Nodes.Count, nodes.Nodes.Select(n => n.LocUri).Distinct(StringComparer.OrdinalIgnoreCase).Count());
                }
            },
            iter: Iterations.Of(300)
        );

    [Fact]
    public void Compile_WritesOnlyCatalogNodesWithFormatAndAllowedValue()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(ReferenceDocuments.Path("csp-catalog.json")));
        var nodes = file.RootElement.ValueKind == JsonValueKind.Array ? file.RootElement : file.RootElement.GetProperty("nodes");
        var catalogue = nodes
            .EnumerateArray()
            .GroupBy(n => n.GetProperty("uri").GetString()!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

        Check(SamplePolicies.Rich);
        var compiled = 0;

        // About one generated policy in ten is valid: enough are generated that the number of valid ones cannot fall short by chance.
        PolicyGen.Policy.Sample(
            policy =>
            {
                compiled += Check(policy) ? 1 : 0;
            },
            iter: Iterations.Of(2000),
            threads: 1
        );
        Assert.True(compiled > 30, $"Only {compiled} of the made policies were valid.");

        bool Check(WrittenPolicy policy)
        {
            foreach (var node in Compiled(policy)?.Nodes ?? [])
            {
                // The catalog of the product determines which segments are placeholders; the reference determines the format and the
                // allowed values.
                var uri = CspCatalogue.Find(node.LocUri)!.Node.Uri;
                Assert.True(catalogue.TryGetValue(uri, out var entry), uri);
                Assert.Equal(entry.GetProperty("format").GetString(), node.Format.ToString().ToLowerInvariant());
                Assert.True(node.Runs || IsAllowed(entry.GetProperty("allowed"), node.Value), $"{uri} = {node.Value}");
            }

            return Compiled(policy) is not null;
        }
    }

    private static bool IsAllowed(JsonElement allowed, string value) =>
        allowed.GetProperty("kind").GetString() switch
        {
            "enum" => allowed.GetProperty("values").EnumerateArray().Any(v => v.GetProperty("value").GetString() == value),
            "range" => (
                allowed.TryGetProperty("special", out var special)
                && special.EnumerateArray().Any(v => v.GetProperty("value").GetString() == value)
            )
                || long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) is var number
                    && number >= allowed.GetProperty("min").GetInt64()
                    && (allowed.GetProperty("max").ValueKind == JsonValueKind.Null || number <= allowed.GetProperty("max").GetInt64()),
            "regex" => Regex.IsMatch(value, allowed.GetProperty("pattern").GetString()!),
            "list" => value.Length > 0
                && value.Split(allowed.GetProperty("separator").GetString()!).All(item => item.Length > 0 && item.Trim() == item),
            _ => value.Length > 0,
        };

    private static CompiledPolicy? Compiled(WrittenPolicy policy) =>
        PolicyValidator.Validate(policy, SamplePolicies.Context).Valid is { } valid
            ? PolicyCompiler.Compile(valid, SamplePolicies.Options)
            : null;

    private static string Value(CompilerOptions options, string node) =>
        SamplePolicies
            .Compile(SamplePolicies.Rich, options)
            .Nodes.Single(n => n.LocUri.EndsWith($"/{node}", StringComparison.Ordinal))
            .Value;

    private static string WithoutDenyRules(string value)
    {
        var rules = DenyRule.Count(value);
        return rules == 0
            ? value
            : DenyRule.Replace(value, "").Replace("</RuleCollection>", $"({rules} deny rules)</RuleCollection>", StringComparison.Ordinal);
    }

    [GeneratedRegex("<FilePublisherRule [^>]*Action=\"Deny\">.*?</FilePublisherRule>")]
    private static partial Regex DenyRule { get; }
}

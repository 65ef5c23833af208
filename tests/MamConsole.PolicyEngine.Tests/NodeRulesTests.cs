using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>Tests the rules for compiled nodes: each is violated by a node that a faulty compiler could produce.</summary>
public sealed class NodeRulesTests
{
    private const string Lists = "./Vendor/MSFT/AppLocker/EnterpriseDataProtection";
    private const string Exe = $"{Lists}/{{Grouping}}/EXE/Policy";
    private const string Id = "8f3a1c52-6f0e-4a3e-9a55-1d9a2a7f3d01";

    public static TheoryData<string, string, string> Broken =>
        new()
        {
            { "W-RMS-01", EnterpriseDataProtectionCsp.AllowAzureRMSForEDP.Uri, "2" },
            { "W-ICO-01", EnterpriseDataProtectionCsp.EDPShowIcons.Uri, "true" },
            { "W-REV-01", EnterpriseDataProtectionCsp.RevokeOnUnenroll.Uri, "2" },
            { "W-REV-03", EnterpriseDataProtectionCsp.RevokeOnMDMHandoff.Uri, "-1" },
            { "W-OBS-01", "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings/AllowUserDecryption", "1" },
            { "W-OBS-02", "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings/RequireProtectionUnderLockConfig", "1" },
            { "W-DRA-05", EnterpriseDataProtectionCsp.DataRecoveryCertificate.Uri, Convert.ToBase64String(SamplePolicies.Certificate()) },
            { "W-DRA-05", EnterpriseDataProtectionCsp.DataRecoveryCertificate.Uri, "no base64" },
            {
                "HO-PROV-01",
                "./Device/Vendor/MSFT/DMClient/Provider/MAMCONSOLE/ManagementServerToUpgradeTo",
                "https://mdm.contoso.example"
            },
            {
                "HO-PROV-01",
                "./Device/Vendor/MSFT/DMClient/Provider/MAM%20SyncML%20Server/ManagementServerToUpgradeTo",
                "https://mdm.contoso.example"
            },
            { "PIN-10", "./Device/Vendor/MSFT/PassportForWork/{7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d}/Policies/UsePassportForWork", "true" },
            { "DL-07", "./Device/Vendor/MSFT/Policy/Config/DeviceLock/AccountLockoutPolicy", "5" },
            { "W-APP-01", "./Vendor/MSFT/AppLocker/ApplicationLaunchRestrictions/{Grouping}/EXE/Policy", Collection() },
            { "W-APP-01", $"{Lists}/{{Grouping}}/DLL/Policy", Collection() },
            { "W-APP-01", $"{Lists}/{{Grouping}}/EXE/EnforcementMode", "1" },
            { "W-APP-02", $"{Lists}/hqEDPexempt1/EXE/Policy", Collection() },
            { "W-APP-02", $"{Lists}/8f3a1c52/EXE/Policy", Collection() },
            { "W-APP-03", $"{Lists}/{{Grouping}}/StoreApps/Policy", Collection() },
            { "W-APP-03", Exe, "<AppLockerPolicy/>" },
            { "W-APP-03", Exe, "<RuleCollection Type=\"Exe\">" },
            { "W-APP-04", Exe, Collection(Rule().Replace(" Description=\"\"", "", StringComparison.Ordinal)) },
            { "W-APP-04", Exe, Collection(Rule().Replace("Conditions>", "Terms>", StringComparison.Ordinal)) },
            { "W-APP-05", Exe, Collection(Rule().Replace(Id, $"{{{Id}}}", StringComparison.Ordinal)) },
            { "W-APP-05", Exe, Collection(Rule() + Rule()) },
            {
                "W-APP-06",
                Exe,
                Collection(Rule().Replace("<BinaryVersionRange LowSection=\"*\" HighSection=\"*\"/>", "", StringComparison.Ordinal))
            },
            { "W-APP-06", Exe, Collection(Rule().Replace(" HighSection=\"*\"", "", StringComparison.Ordinal)) },
            { "W-APP-21", Exe, Collection().Replace("<", "&lt;", StringComparison.Ordinal) },
            { "W-APP-21", Exe, Collection().Replace("<", "&amp;lt;", StringComparison.Ordinal) },
            { "W-APP-22", Exe, Collection(Rule().Replace("S-1-1-0", "S-1-5-21-1-2-3-513", StringComparison.Ordinal)) },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_ReportsBrokenNode(string code, string locUri, string value)
    {
        var finding = Assert.Single(
            NodeRules.Check([new CompiledNode(locUri, CspFormat.Chr, value, NodeStage.Flags)], SamplePolicies.Options)
        );

        Assert.Equal((code, Severity.Block, locUri), (finding.Code, finding.Severity, finding.Field));
    }

    [Fact]
    public void Check_ReportsSameIdInBothLists() =>
        Assert.Equal(
            "W-APP-05",
            Assert
                .Single(
                    NodeRules.Check(
                        [
                            new CompiledNode(Exe, CspFormat.Chr, Collection(), NodeStage.AppLists),
                            new CompiledNode($"{Lists}/{{Grouping}}EdpExempt/EXE/Policy", CspFormat.Chr, Collection(), NodeStage.AppLists),
                        ],
                        SamplePolicies.Options
                    )
                )
                .Code
        );

    [Fact]
    public void Check_AcceptsValidNodes()
    {
        Assert.Empty(NodeRules.Check([new CompiledNode(Exe, CspFormat.Chr, Collection(), NodeStage.AppLists)], SamplePolicies.Options));
        Assert.Empty(NodeRules.Check(SamplePolicies.Compile(SamplePolicies.Rich).Nodes, SamplePolicies.Options));
    }

    [Fact]
    public void ValidateAndCompile_HandleEachOfTwoThousandAppsOnce()
    {
        // The test counts rows instead of measuring time: each row is distinguished by its hash, so that there is one finding for each
        // fault and every row is compiled.
        var policy = new WrittenPolicy
        {
            AppRules = new() { Allowed = Rows("LEDGER"), Exempt = Rows("OTHER") },
        };

        var review = PolicyValidator.Validate(policy, SamplePolicies.Context);
        var compiled = SamplePolicies.Compile(policy);

        Assert.Equal(4_000, review.Findings.Length);
        Assert.All(compiled.Nodes, node => Assert.Equal(2_000, node.Value.Split("<FilePublisherRule ").Length - 1));

        static ValueList<AppRule> Rows(string product) =>
            Enumerable
                .Range(0, 2_000)
                .Select(AppRule (i) => SamplePolicies.LineOfBusiness with { Name = $"App {i}", Product = product, Binary = $"APP{i}.EXE" })
                .ToValueList();
    }

    private static string Collection(string? rules = null) => $"<RuleCollection Type=\"Exe\">{rules ?? Rule()}</RuleCollection>";

    private static string Rule() =>
        $"""<FilePublisherRule Id="{Id}" Name="n" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions><FilePublisherCondition PublisherName="O=A" ProductName="P" BinaryName="B.EXE"><BinaryVersionRange LowSection="*" HighSection="*"/></FilePublisherCondition></Conditions></FilePublisherRule>""";
}

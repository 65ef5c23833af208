using System.Text.Json;
using System.Xml.Linq;
using MamConsole.PolicyEngine.Export;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.Tests.PolicyEngine.Import;

/// <summary>Policies that others published: each property of each of them has its line, and none is lost on the way out again.</summary>
public sealed class PublishedPoliciesTests
{
    [Theory]
    [InlineData("001-wip-mam-without-enrollment-itpm.json", ImportSource.IntuneMam)]
    [InlineData("003-ps-sample-wip.json", ImportSource.IntuneMam)]
    [InlineData("007-graph-v1-mam-wippolicy-create-req.json", ImportSource.IntuneMam)]
    [InlineData("008-graph-v1-mam-wippolicy-create-resp.json", ImportSource.IntuneMam)]
    [InlineData("009-graph-v1-mam-wippolicy-list-resp.json", ImportSource.IntuneMam)]
    [InlineData("010-graph-v1-mam-mdmwippolicy-create-req.json", ImportSource.IntuneMdm)]
    [InlineData("012-graph-beta-mam-wippolicy-create-req.json", ImportSource.IntuneMam)]
    [InlineData("013-graph-beta-mam-wippolicy-create-resp.json", ImportSource.IntuneMam)]
    [InlineData("015-graph-beta-shared-mdmwippolicy-create-resp.json", ImportSource.IntuneMdm)]
    public void Intune_policies_import_with_a_line_for_every_property(string sample, ImportSource source)
    {
        var bytes = File.ReadAllBytes(ReferenceFolder.Require($"wip-samples/{sample}"));
        using var json = JsonDocument.Parse(bytes);

        var imported = Assert.Single(PolicyImport.Read(bytes).Policies);

        var leaves = LedgerCoverage.Leaves(json.RootElement, "$").ToArray();
        Assert.True(leaves.Length > 35, $"Only {leaves.Length} properties were found.");
        Assert.Empty(LedgerCoverage.Wrong(leaves, imported.Ledger));
        Assert.Equal(source, imported.Source);
        Assert.DoesNotContain(imported.Ledger.Entries, entry => entry.Note.Contains("Not known", StringComparison.Ordinal));
        LosesNothing(imported);
    }

    [Theory]
    [InlineData("004-denied-downlevel-office-365-proplus-xml-wip.applocker.xml", 10)]
    [InlineData("005-office-365-proplus-1708-allowed-xml-wip.applocker.xml", 22)]
    [InlineData("024-nsacyber-win10-starter.applocker.xml", 99)]
    [InlineData("026-aaronlocker-allow-googlechromeflashplayer.applocker.xml", 0)]
    [InlineData("027-aaronlocker-deny-oldbginfo.applocker.xml", 1)]
    [InlineData("029-aaronlocker-onedrive-initialinstall-win10v1803.applocker.xml", 2)]
    public void AppLocker_policies_import_with_a_line_for_every_rule(string sample, int kept)
    {
        var path = ReferenceFolder.Require($"wip-samples/{sample}");
        var rules = XElement.Load(path).DescendantsAndSelf("RuleCollection").Elements().Count();

        var imported = Assert.Single(PolicyImport.Read(File.ReadAllBytes(path)).Policies);

        var lines = imported
            .Ledger.Entries.Where(entry => entry.Source.EndsWith(']') && entry.Source.Contains("Rule[", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal((rules, rules), (lines.Length, lines.Select(line => line.Source).Distinct().Count()));
        Assert.Equal(kept, imported.Document.AppRules.Allowed.Count);
        Assert.Equal(kept, lines.Count(line => line.Kind is not LedgerKind.Dropped));
        Assert.All(lines.Where(line => line.Kind == LedgerKind.Dropped), line => Assert.NotEmpty(line.Note));
        LosesNothing(imported);
    }

    [Theory]
    [InlineData("016-graph-beta-mam-wipwipeaction-list-resp.json", "windowsInformationProtectionWipeAction")]
    [InlineData("017-graph-beta-mam-wipdeviceregistration-list-resp.json", "windowsInformationProtectionDeviceRegistration")]
    [InlineData("018-graph-v1-wip-wipapplearningsummary-list-resp.json", "windowsInformationProtectionAppLearningSummary")]
    [InlineData("019-graph-beta-wip-wipnetworklearningsummary-list-resp.json", "windowsInformationProtectionNetworkLearningSummary")]
    [InlineData("020-graph-v1-mam-wipapplockerfile-list-resp.json", "windowsInformationProtectionAppLockerFile")]
    [InlineData("021-m365dsc-create.ps1", "neither JSON nor XML")]
    [InlineData("023-m365dsc-schema.mof", "$")]
    public void What_is_no_policy_is_refused_by_its_name(string sample, string said)
    {
        var reading = PolicyImport.Read(File.ReadAllBytes(ReferenceFolder.Require($"wip-samples/{sample}")));

        Assert.Empty(reading.Policies);
        var fault = Assert.Single(reading.Faults);
        Assert.Contains(said, $"{fault.Path} {fault.Message}", StringComparison.Ordinal);
    }

    /// <summary>Through our own file unchanged; through Intune's form with the same settings, and apps that match the same.</summary>
    private static void LosesNothing(ImportedPolicy imported)
    {
        var file = PolicyFileWriter.Write(new NamedPolicy(imported.Name, imported.Document));
        Assert.Empty(PolicyFileReader.Read(file, out var back));
        Assert.Equal(imported.Document, back!.Document);

        var intune = IntuneExport.Write(back);
        Assert.Equal(0, intune.Ledger.Count(LedgerKind.Dropped));
        var again = Assert.Single(PolicyImport.Read(intune.Json).Policies);
        Assert.Equal(imported.Name, again.Name);
        Assert.Equal(imported.Document with { AppRules = new() }, again.Document with { AppRules = new() });
        Assert.Equal(AppConditions.Of(imported.Document.AppRules), AppConditions.Of(again.Document.AppRules));
    }
}

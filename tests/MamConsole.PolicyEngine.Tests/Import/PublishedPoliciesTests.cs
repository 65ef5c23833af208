using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using MamConsole.PolicyEngine.Export;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.Tests.PolicyEngine.Import;

/// <summary>
/// Tests policies in the forms that Intune, Graph, PowerShell and AppLocker write: each property has an entry in the import report, and
/// none is lost by the export. The policies are composed; published ones are read as well when they are present beside the checkout.
/// </summary>
public sealed class PublishedPoliciesTests
{
    public static TheoryData<string, ImportSource> ComposedIntune =>
        new(ComposedPolicies.Intune.Select(one => (one.Key, one.Value.Source)));

    public static TheoryData<string, int> ComposedAppLocker => new(ComposedPolicies.AppLocker.Select(one => (one.Key, one.Value.Kept)));

    public static TheoryData<string, string> ComposedOthers => new(ComposedPolicies.NotPolicies.Select(one => (one.Value, one.Key)));

    [Theory]
    [MemberData(nameof(ComposedIntune))]
    public void Read_ImportsComposedIntunePolicyWithEntryForEveryProperty(string policy, ImportSource source) =>
        ImportsIntune(Encoding.UTF8.GetBytes(ComposedPolicies.Intune[policy].Json), source);

    [Theory]
    [MemberData(nameof(ComposedAppLocker))]
    public void Read_ImportsComposedAppLockerPolicyWithEntryForEveryRule(string policy, int stored) =>
        ImportsAppLocker(ComposedPolicies.AppLocker[policy].Bytes, stored);

    [Theory]
    [MemberData(nameof(ComposedOthers))]
    public void Read_RejectsComposedDocumentThatIsNoPolicy(string document, string text) =>
        AssertRejected(Encoding.UTF8.GetBytes(document), text);

    [Fact]
    public void Read_ImportsPublishedIntunePoliciesWithEntryForEveryProperty()
    {
        // The published policies are read only when they are present.
        var samples = new Dictionary<string, ImportSource>(StringComparer.Ordinal)
        {
            ["001-wip-mam-without-enrollment-itpm.json"] = ImportSource.IntuneMam,
            ["003-ps-sample-wip.json"] = ImportSource.IntuneMam,
            ["007-graph-v1-mam-wippolicy-create-req.json"] = ImportSource.IntuneMam,
            ["008-graph-v1-mam-wippolicy-create-resp.json"] = ImportSource.IntuneMam,
            ["009-graph-v1-mam-wippolicy-list-resp.json"] = ImportSource.IntuneMam,
            ["010-graph-v1-mam-mdmwippolicy-create-req.json"] = ImportSource.IntuneMdm,
            ["012-graph-beta-mam-wippolicy-create-req.json"] = ImportSource.IntuneMam,
            ["013-graph-beta-mam-wippolicy-create-resp.json"] = ImportSource.IntuneMam,
            ["015-graph-beta-shared-mdmwippolicy-create-resp.json"] = ImportSource.IntuneMdm,
        };
        foreach (var (name, bytes) in RecordedMessagesFolder.Read("wip-samples", samples.Keys))
        {
            ImportsIntune(bytes, samples[name]);
        }
    }

    [Fact]
    public void Read_ImportsPublishedAppLockerPoliciesWithEntryForEveryRule()
    {
        // The published policies are read only when they are present.
        var samples = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["004-denied-downlevel-office-365-proplus-xml-wip.applocker.xml"] = 10,
            ["005-office-365-proplus-1708-allowed-xml-wip.applocker.xml"] = 22,
            ["024-nsacyber-win10-starter.applocker.xml"] = 99,
            ["026-aaronlocker-allow-googlechromeflashplayer.applocker.xml"] = 0,
            ["027-aaronlocker-deny-oldbginfo.applocker.xml"] = 1,
            ["029-aaronlocker-onedrive-initialinstall-win10v1803.applocker.xml"] = 2,
        };
        foreach (var (name, bytes) in RecordedMessagesFolder.Read("wip-samples", samples.Keys))
        {
            ImportsAppLocker(bytes, samples[name]);
        }
    }

    [Fact]
    public void Read_RejectsPublishedDocumentsOfOtherKinds()
    {
        // The published documents are read only when they are present.
        var samples = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["016-graph-beta-mam-wipwipeaction-list-resp.json"] = "windowsInformationProtectionWipeAction",
            ["017-graph-beta-mam-wipdeviceregistration-list-resp.json"] = "windowsInformationProtectionDeviceRegistration",
            ["018-graph-v1-wip-wipapplearningsummary-list-resp.json"] = "windowsInformationProtectionAppLearningSummary",
            ["019-graph-beta-wip-wipnetworklearningsummary-list-resp.json"] = "windowsInformationProtectionNetworkLearningSummary",
            ["020-graph-v1-mam-wipapplockerfile-list-resp.json"] = "windowsInformationProtectionAppLockerFile",
            ["021-m365dsc-create.ps1"] = "neither JSON nor XML",
            ["023-m365dsc-schema.mof"] = "$",
        };
        foreach (var (name, bytes) in RecordedMessagesFolder.Read("wip-samples", samples.Keys))
        {
            AssertRejected(bytes, samples[name]);
        }
    }

    private static void ImportsIntune(byte[] bytes, ImportSource source)
    {
        using var json = JsonDocument.Parse(bytes);

        var imported = Assert.Single(PolicyImport.Read(bytes).Policies);

        var paths = ImportReportCoverage.LeafPaths(json.RootElement, "$").ToArray();
        Assert.True(paths.Length > 35, $"Only {paths.Length} properties were found.");
        Assert.Empty(ImportReportCoverage.Wrong(paths, imported.Report));
        Assert.Equal(source, imported.Source);
        Assert.DoesNotContain(imported.Report.Entries, entry => entry.Note.Contains("does not recognize", StringComparison.Ordinal));
        LosesNothing(imported);
    }

    private static void ImportsAppLocker(byte[] bytes, int stored)
    {
        using var stream = new MemoryStream(bytes);
        var rules = XElement.Load(stream).DescendantsAndSelf("RuleCollection").Elements().Count();

        var imported = Assert.Single(PolicyImport.Read(bytes).Policies);

        var lines = imported
            .Report.Entries.Where(entry => entry.Source.EndsWith(']') && entry.Source.Contains("Rule[", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal((rules, rules), (lines.Length, lines.Select(line => line.Source).Distinct().Count()));
        Assert.Equal(stored, imported.Document.AppRules.Allowed.Count);
        Assert.Equal(stored, lines.Count(line => line.Kind is not ImportReportKind.Dropped));
        Assert.All(lines.Where(line => line.Kind == ImportReportKind.Dropped), line => Assert.NotEmpty(line.Note));
        LosesNothing(imported);
    }

    private static void AssertRejected(byte[] bytes, string text)
    {
        var reading = PolicyImport.Read(bytes);

        Assert.Empty(reading.Policies);
        var fault = Assert.Single(reading.Faults);
        Assert.Contains(text, $"{fault.Path} {fault.Message}", StringComparison.Ordinal);
    }

    /// <summary>
    /// Asserts that a policy file returns the policy unchanged, and that the form of Intune returns the same settings and apps that match
    /// the same files.
    /// </summary>
    private static void LosesNothing(ImportedPolicy imported)
    {
        var file = PolicyFileWriter.Write(new NamedPolicy(imported.Name, imported.Document));
        Assert.Empty(PolicyFileReader.Read(file, out var back));
        Assert.Equal(imported.Document, back!.Document);

        var intune = IntuneExport.Write(back);
        Assert.Equal(0, intune.Report.Count(ImportReportKind.Dropped));
        var again = Assert.Single(PolicyImport.Read(intune.Json).Policies);
        Assert.Equal(imported.Name, again.Name);
        Assert.Equal(imported.Document with { AppRules = new() }, again.Document with { AppRules = new() });
        Assert.Equal(AppConditions.Of(imported.Document.AppRules), AppConditions.Of(again.Document.AppRules));
    }
}

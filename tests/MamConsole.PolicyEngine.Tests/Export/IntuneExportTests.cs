using System.Text.Json;
using CsCheck;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Export;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.Tests.PolicyEngine.Import;

namespace MamConsole.Tests.PolicyEngine.Export;

public sealed class IntuneExportTests
{
    [Fact]
    public void Write_RoundTripsAllSettingsThatIntuneSupports() =>
        PolicyGen.Policy.Sample(
            policy =>
            {
                var exported = IntuneExport.Write(new NamedPolicy("Sales", policy));

                var back = Assert.Single(PolicyImport.Read(exported.Json).Policies);

                var expected = Without(policy, exported.Report) with { AppRules = new() };
                Assert.Equal(expected, back.Document with { AppRules = new() });
                Assert.Equal(AppConditions.Of(policy.AppRules), AppConditions.Of(back.Document.AppRules));
                Assert.Equal("Sales", back.Name);
            },
            iter: Iterations.Of(300)
        );

    [Fact]
    public void Write_ReportsEverySetting()
    {
        var policy = SamplePolicies.Rich with
        {
            Comments = FieldComments.Of(new FieldComment("policy", "All of it"), new FieldComment("deviceLock.history", "Audit")),
        };
        var exported = IntuneExport.Write(new NamedPolicy("Sales", policy));

        var sources = exported.Report.Entries.Select(entry => entry.Source.Split('[')[0]).ToHashSet(StringComparer.Ordinal);
        var settings = JsonSerializer
            .SerializeToElement(policy, WrittenPolicy.Json)
            .EnumerateObject()
            .Where(area => area.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(area => area.Value.EnumerateObject().Where(IsStated).Select(setting => $"{area.Name}.{setting.Name}"));
        Assert.Equal([], settings.Except(sources));
        Assert.Contains(exported.Report.Entries, entry => entry is { Kind: ImportReportKind.Dropped, Source: "deviceLock.minimumLength" });
        Assert.Contains(
            exported.Report.Entries,
            entry => entry is { Kind: ImportReportKind.Inverted, Source: "informationProtection.revokeOnUnenroll" }
        );
    }

    [Fact]
    public void Write_ReportsValuesThatAreNotNumbers()
    {
        var exported = IntuneExport.Write(
            new NamedPolicy(
                "",
                new WrittenPolicy
                {
                    HelloPin = new() { MinimumLength = "six", History = " 5 " },
                }
            )
        );

        Assert.Equal(
            [ImportReportKind.Imported, ImportReportKind.Dropped, ImportReportKind.Repaired],
            exported.Report.Entries.Select(entry => entry.Kind)
        );
    }

    private static bool IsStated(JsonProperty setting) =>
        setting.Value.ValueKind switch
        {
            JsonValueKind.String => setting.Value.GetString()!.Length > 0,
            JsonValueKind.Array => setting.Value.GetArrayLength() > 0,
            _ => true,
        };

    /// <summary>Returns the policy without the settings that were dropped.</summary>
    private static WrittenPolicy Without(WrittenPolicy policy, ImportReport report)
    {
        var document = JsonSerializer.SerializeToNode(policy, WrittenPolicy.Json)!.AsObject();
        foreach (
            var entry in report.Entries.Where(entry =>
                entry.Kind == ImportReportKind.Dropped || entry.Note.Contains("not set", StringComparison.Ordinal)
            )
        )
        {
            var path = entry.Source.Split('.');
            document[path[0]]!.AsObject().Remove(path[1].Split('[')[0]);
        }

        return document.Deserialize<WrittenPolicy>(WrittenPolicy.Json)!;
    }
}

using System.Text.Json;
using CsCheck;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Export;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.Tests.PolicyEngine.Import;

namespace MamConsole.Tests.PolicyEngine.Export;

public sealed class IntuneExportTests
{
    [Fact]
    public void What_Intune_can_say_comes_back_as_it_was_and_the_rest_is_in_the_ledger() =>
        PolicyGen.Policy.Sample(
            policy =>
            {
                var exported = IntuneExport.Write(new NamedPolicy("Sales", policy));

                var back = Assert.Single(PolicyImport.Read(exported.Json).Policies);

                var expected = Without(policy, exported.Ledger) with { AppRules = new() };
                Assert.Equal(expected, back.Document with { AppRules = new() });
                Assert.Equal(AppConditions.Of(policy.AppRules), AppConditions.Of(back.Document.AppRules));
                Assert.Equal("Sales", back.Name);
            },
            iter: 300
        );

    [Fact]
    public void Every_setting_has_its_line()
    {
        var policy = SamplePolicies.Rich with
        {
            Why = FieldNotes.Of(new FieldNote("policy", "All of it"), new FieldNote("deviceLock.history", "Audit")),
        };
        var exported = IntuneExport.Write(new NamedPolicy("Sales", policy));

        var sources = exported.Ledger.Entries.Select(entry => entry.Source.Split('[')[0]).ToHashSet(StringComparer.Ordinal);
        var settings = JsonSerializer
            .SerializeToElement(policy, WrittenPolicy.Json)
            .EnumerateObject()
            .Where(area => area.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(area => area.Value.EnumerateObject().Where(IsSaid).Select(setting => $"{area.Name}.{setting.Name}"));
        Assert.Equal([], settings.Except(sources));
        Assert.Contains(exported.Ledger.Entries, entry => entry is { Kind: LedgerKind.Dropped, Source: "deviceLock.minimumLength" });
        Assert.Contains(
            exported.Ledger.Entries,
            entry => entry is { Kind: LedgerKind.Inverted, Source: "informationProtection.revokeOnUnenroll" }
        );
    }

    [Fact]
    public void Values_that_are_no_numbers_are_told()
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

        Assert.Equal([LedgerKind.Kept, LedgerKind.Dropped, LedgerKind.Repaired], exported.Ledger.Entries.Select(entry => entry.Kind));
    }

    private static bool IsSaid(JsonProperty setting) =>
        setting.Value.ValueKind switch
        {
            JsonValueKind.String => setting.Value.GetString()!.Length > 0,
            JsonValueKind.Array => setting.Value.GetArrayLength() > 0,
            _ => true,
        };

    /// <summary>The policy as if what was dropped had never been said.</summary>
    private static WrittenPolicy Without(WrittenPolicy policy, Ledger ledger)
    {
        var document = JsonSerializer.SerializeToNode(policy, WrittenPolicy.Json)!.AsObject();
        foreach (
            var entry in ledger.Entries.Where(entry =>
                entry.Kind == LedgerKind.Dropped || entry.Note.Contains("same as saying nothing", StringComparison.Ordinal)
            )
        )
        {
            var path = entry.Source.Split('.');
            document[path[0]]!.AsObject().Remove(path[1].Split('[')[0]);
        }

        return document.Deserialize<WrittenPolicy>(WrittenPolicy.Json)!;
    }
}

using System.Text.Json;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Import;

/// <summary>
/// Reads policies from files of any supported kind: MamConsole's own file, Intune's WIP policies from Graph (v1.0 and beta, single, in a
/// list, or as written by PowerShell), and AppLocker policies. The kind is detected from the content.
/// </summary>
public static class PolicyImport
{
    /// <param name="bytes">The content of the file, at most <see cref="SourceText.MaximumBytes"/>.</param>
    /// <param name="exemptApps">Whether the rules of an AppLocker file become exempt apps; the file itself does not specify it.</param>
    public static ImportReading Read(ReadOnlySpan<byte> bytes, bool exemptApps = false)
    {
        if (!SourceText.TryDecode(bytes, out var text, out var fault))
        {
            return ImportReading.Rejected("$", fault);
        }

        return text.AsSpan().TrimStart() switch
        {
            ['{' or '[', ..] => ReadJson(text),
            ['<', var next, ..] when char.IsAsciiLetter(next) || next is '?' or '!' => ReadXml(text, exemptApps),
            _ => ImportReading.Rejected(
                "$",
                "This is neither JSON nor XML. Select a policy file, an Intune policy from Graph, or an AppLocker policy."
            ),
        };
    }

    private static ImportReading ReadJson(string text)
    {
        if (!SourceText.TryParse(text, out var json, out var fault))
        {
            return ImportReading.Rejected("$", fault);
        }

        using (json)
        {
            if (PolicyFileReader.IsOne(json.RootElement))
            {
                var faults = PolicyFileReader.Read(json.RootElement, out var policy);
                return policy is null ? new([], faults) : new([Own(policy)], []);
            }

            return IntuneEnvelope.Read(json.RootElement);
        }
    }

    /// <summary>Reports each setting of an own file; all of them are imported.</summary>
    private static ImportedPolicy Own(NamedPolicy policy)
    {
        var report = new ImportReportBuilder();
        report.AddImported("$.name", policy.Name, "name");
        foreach (var area in JsonSerializer.SerializeToElement(policy.Document, WrittenPolicy.Json).EnumerateObject())
        {
            if (area.Value.ValueKind != JsonValueKind.Object)
            {
                report.AddImported($"$.document.{area.Name}", area.Value.ToString(), area.Name);
                continue;
            }

            foreach (var setting in area.Value.EnumerateObject().Where(setting => !HasNoSettings(setting.Value)))
            {
                report.AddImported($"$.document.{area.Name}.{setting.Name}", TextOf(setting.Value), $"{area.Name}.{setting.Name}");
            }
        }

        return new ImportedPolicy(policy.Name, ImportSource.PolicyFile, policy.Document, report.Build());
    }

    private static ImportReading ReadXml(string text, bool exemptApps)
    {
        var report = new ImportReportBuilder();
        var apps = new AppListBuilder();
        return AppLockerReader.Read(text, "", exemptApps, apps, report) is { } fault
            ? new ImportReading([], [fault])
            : new ImportReading(
                [new ImportedPolicy("", ImportSource.AppLocker, new WrittenPolicy { AppRules = apps.Build() }, report.Build())],
                []
            );
    }

    private static bool HasNoSettings(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Length == 0,
            JsonValueKind.Array => value.GetArrayLength() == 0,
            _ => false,
        };

    private static string TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => Wording.Unit(value.GetArrayLength(), "row"),
            JsonValueKind.Object => "",
            _ => value.ToString(),
        };
}

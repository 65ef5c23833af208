using System.Text.Json;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Finds WIP policies in JSON as Graph and PowerShell give it: one object, a list, or a list in <c>value</c>.</summary>
internal static class IntuneEnvelope
{
    private const string WithoutEnrollment = "windowsInformationProtectionPolicy";
    private const string Enrolled = "mdmWindowsInformationProtectionPolicy";

    public static ImportReading Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return Items(root, "$", []);
        }

        if (root.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Array && KindOf(root) is null)
        {
            return Items(value, "$.value", root.EnumerateObject().Where(member => member.Name != "value"));
        }

        return KindOf(root) is { } kind
            ? new ImportReading([IntunePolicyReader.Read(root, "$", kind, new ImportReportBuilder())], [])
            : ImportReading.Rejected("$", NotOne(root));
    }

    private static ImportReading Items(JsonElement list, string path, IEnumerable<JsonProperty> beside)
    {
        var policies = new List<ImportedPolicy>();
        var faults = new List<FileFault>();
        foreach (var (i, item) in list.EnumerateArray().Index())
        {
            var at = $"{path}[{i}]";
            if (item.ValueKind == JsonValueKind.Object && KindOf(item) is { } kind)
            {
                var report = new ImportReportBuilder();
                foreach (var member in beside)
                {
                    report.Drop(
                        $"$.{member.Name}",
                        Value(member.Value),
                        member.Name.EndsWith("nextLink", StringComparison.Ordinal)
                            ? "There are more policies on Graph’s next page: fetch that too."
                            : "Stands beside the list; no policy’s own."
                    );
                }

                policies.Add(IntunePolicyReader.Read(item, at, kind, report));
            }
            else
            {
                faults.Add(new FileFault(at, NotOne(item)));
            }
        }

        // A list of other things with a policy among them is as likely a mistake as not: nothing is passed over.
        return faults.Count > 0 ? new([], faults.ToValueList())
            : policies.Count == 0 ? ImportReading.Rejected(path, "The list is empty.")
            : new ImportReading(policies.ToValueList(), []);
    }

    private static ImportSource? KindOf(JsonElement item)
    {
        if (TypeName(item) is { } type)
        {
            return type switch
            {
                WithoutEnrollment => ImportSource.IntuneMam,
                Enrolled => ImportSource.IntuneMdm,
                _ => null,
            };
        }

        return item.TryGetProperty("enforcementLevel", out _) && item.TryGetProperty("enterpriseDomain", out _)
            ? item.TryGetProperty("revokeOnMdmHandoffDisabled", out _)
                ? ImportSource.IntuneMam
                : ImportSource.IntuneMdm
            : null;
    }

    /// <summary>The last part of <c>@odata.type</c>, with or without its <c>#</c>.</summary>
    internal static string? TypeName(JsonElement item) =>
        item.TryGetProperty("@odata.type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!.Split('.')[^1]
            : null;

    private static string NotOne(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && TypeName(item) is { Length: > 0 } type
            ? $"This is Graph’s {(type.Length > 80 ? type[..80] : type)}, not a policy for protected apps."
            : "This is no policy file and no Intune policy for protected apps: neither mamConsolePolicy nor enforcementLevel and "
                + "enterpriseDomain stand here.";

    /// <summary>What stands in a ledger for a value.</summary>
    internal static string Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => Wording.Unit(value.GetArrayLength(), "item"),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.ToString(),
        };
}

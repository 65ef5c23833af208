using System.Text.Json;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Finds WIP policies in JSON from Graph or PowerShell: one object, a list, or a list in <c>value</c>.</summary>
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
                            ? "There are more policies on Graph’s next page: export that page too."
                            : "The member is next to the list and belongs to no policy."
                    );
                }

                policies.Add(IntunePolicyReader.Read(item, at, kind, report));
            }
            else
            {
                faults.Add(new FileFault(at, NotOne(item)));
            }
        }

        // A list that mixes policies and other objects is probably a mistake, so it is rejected instead of partly imported.
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

    /// <summary>Returns the last part of <c>@odata.type</c>, with or without its <c>#</c>.</summary>
    internal static string? TypeName(JsonElement item) =>
        item.TryGetProperty("@odata.type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!.Split('.')[^1]
            : null;

    private static string NotOne(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && TypeName(item) is { Length: > 0 } type
            ? $"This is Graph’s {(type.Length > 80 ? type[..80] : type)}, not a WIP policy."
            : "This is neither a policy file nor an Intune WIP policy: it contains neither mamConsolePolicy nor enforcementLevel and "
                + "enterpriseDomain.";

    /// <summary>Formats a value for the import report.</summary>
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

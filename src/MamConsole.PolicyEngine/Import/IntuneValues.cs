using System.Collections.Frozen;
using System.Text.Json;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Reads single values of an Intune policy and reports each of them.</summary>
internal sealed class IntuneValues(ImportReportBuilder report)
{
    private const string CutOff = "PowerShell truncated this value. Export it again with ConvertTo-Json -Depth 20.";

    /// <summary>Whether ConvertTo-Json wrote a type name in place of a value that was nested too deeply.</summary>
    public static bool IsCutOff(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && value.GetString()! is var text
        && (
            text.StartsWith("@{", StringComparison.Ordinal)
            || text is "System.Object[]"
            || text.StartsWith("System.Collections.", StringComparison.Ordinal)
            || text.StartsWith("Microsoft.Graph.PowerShell.Models.", StringComparison.Ordinal)
        );

    /// <summary>Returns the text unchanged, or an empty string.</summary>
    public string Text(JsonElement value, string at, string target, string note = "")
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
            case JsonValueKind.String when value.GetString()!.Length == 0:
                report.AddEmpty(at);
                return "";
            case JsonValueKind.String when IsCutOff(value):
                report.Drop(at, value.GetString()!, CutOff);
                return "";
            case JsonValueKind.String:
                report.AddImported(at, value.GetString()!, target, note);
                return value.GetString()!;
            default:
                Wrong(value, at, "a text");
                return "";
        }
    }

    public bool? Flag(JsonElement value, string at, string target)
    {
        var flag = Bool(value, at);
        if (flag is not null)
        {
            report.AddImported(at, IntuneEnvelope.Value(value), target);
        }

        return flag;
    }

    /// <summary>Reads a flag with the opposite meaning of MamConsole's setting.</summary>
    public bool? Opposite(JsonElement value, string at, string target)
    {
        var flag = Bool(value, at);
        if (flag is { } isStated)
        {
            report.Invert(at, IntuneEnvelope.Value(value), target, $"The meaning is inverted: {(isStated ? "false" : "true")}.");
        }

        return !flag;
    }

    /// <summary>Reads a whole number as text, as the model stores numbers.</summary>
    /// <param name="value">The value in the source.</param>
    /// <param name="at">The path in the source.</param>
    /// <param name="target">The path in the policy.</param>
    /// <param name="zero">Why 0 sets nothing; null when 0 is a normal value.</param>
    public string Number(JsonElement value, string at, string target, string? zero = null)
    {
        var text =
            value.ValueKind is JsonValueKind.Number ? value.GetRawText()
            : value.ValueKind is JsonValueKind.String && !IsCutOff(value) ? value.GetString()!
            : null;
        switch (text)
        {
            case null when value.ValueKind == JsonValueKind.Null:
            case "":
                report.AddEmpty(at);
                return "";
            case null:
                Wrong(value, at, "a number");
                return "";
            case "0" when zero is not null:
                report.AddImported(at, text, null, zero);
                return "";
            default:
                report.AddImported(at, text, target);
                return text;
        }
    }

    public T? Choice<T>(JsonElement value, string at, string target, FrozenDictionary<string, T> words)
        where T : struct, Enum
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                report.AddEmpty(at);
                return null;
            case JsonValueKind.String when words.TryGetValue(value.GetString()!, out var choice):
                report.AddImported(at, value.GetString()!, target, $"Imported as {JsonNamingPolicy.CamelCase.ConvertName($"{choice}")}.");
                return choice;
            default:
                report.Drop(
                    at,
                    IntuneEnvelope.Value(value),
                    $"The value must be one of: {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}."
                );
                return null;
        }
    }

    public void Wrong(JsonElement value, string at, string belongs) =>
        report.Drop(at, IntuneEnvelope.Value(value), IsCutOff(value) ? CutOff : $"The value must be {belongs}.");

    private bool? Bool(JsonElement value, string at)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetBoolean();
            case JsonValueKind.Null:
                report.AddEmpty(at);
                return null;
            default:
                Wrong(value, at, "true or false");
                return null;
        }
    }
}

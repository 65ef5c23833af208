using System.Collections.Frozen;
using System.Text.Json;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Reads single values of an Intune policy, each with its line in the ledger.</summary>
internal sealed class IntuneValues(ImportReportBuilder report)
{
    private const string CutOff = "PowerShell cut this off. Export it again with ConvertTo-Json -Depth 20.";

    /// <summary>Whether ConvertTo-Json wrote a name instead of what was too deep for it.</summary>
    public static bool IsCutOff(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && value.GetString()! is var text
        && (
            text.StartsWith("@{", StringComparison.Ordinal)
            || text is "System.Object[]"
            || text.StartsWith("System.Collections.", StringComparison.Ordinal)
            || text.StartsWith("Microsoft.Graph.PowerShell.Models.", StringComparison.Ordinal)
        );

    /// <summary>A text as it stands, or "".</summary>
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

    /// <summary>A switch that says the opposite of ours.</summary>
    public bool? Opposite(JsonElement value, string at, string target)
    {
        var flag = Bool(value, at);
        if (flag is { } isStated)
        {
            report.Invert(at, IntuneEnvelope.Value(value), target, $"The opposite is said here: {(isStated ? "false" : "true")}.");
        }

        return !flag;
    }

    /// <summary>A whole number as text, as the model keeps numbers.</summary>
    /// <param name="value">What stands there.</param>
    /// <param name="at">Where.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="zero">Why 0 sets nothing; null where it is a value like others.</param>
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
                report.AddImported(at, value.GetString()!, target, $"Called {JsonNamingPolicy.CamelCase.ConvertName($"{choice}")} here.");
                return choice;
            default:
                report.Drop(
                    at,
                    IntuneEnvelope.Value(value),
                    $"One of these belongs there: {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}."
                );
                return null;
        }
    }

    public void Wrong(JsonElement value, string at, string belongs) =>
        report.Drop(at, IntuneEnvelope.Value(value), IsCutOff(value) ? CutOff : $"Here belongs {belongs}.");

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

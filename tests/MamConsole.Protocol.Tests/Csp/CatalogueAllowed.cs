using System.Globalization;
using System.Text.Json;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>The range of values in the reference.</summary>
internal sealed record CatalogueAllowed(
    string Kind,
    JsonElement Values,
    long? Min,
    long? Max,
    JsonElement Special,
    CatalogueDesktop? Desktop,
    string? Separator,
    string? Pattern,
    string? Schema,
    bool Flags
)
{
    /// <summary>The range as text, composed of its parts. The range for desktops applies where there is one.</summary>
    public string Stated =>
        Kind switch
        {
            "none" => "any",
            "range" when Desktop is { } desktop => $"{desktop.Min}..{desktop.Max} {string.Join(',', desktop.Special)}",
            "range" =>
                $"{Min}..{Max} {string.Join(',', Special.ValueKind == JsonValueKind.Array ? Special.EnumerateArray().Select(one => one.GetProperty("value").GetString()) : [])}",
            "enum" => $"{(Flags ? "flags" : "of")} "
                + $"{string.Join(' ', Values.EnumerateArray().Select(one => Plain(one.GetProperty("value").GetString()!)).Order(StringComparer.Ordinal))}",
            "list" => $"list {(Separator == "U+F000" ? "\uF000" : Separator)}",
            "regex" => $"form {Pattern} {Separator}",
            "xsd" => $"xml {Schema}",
            _ => throw new InvalidDataException(Kind),
        };

    private static string Plain(string value) =>
        value.StartsWith("0x", StringComparison.Ordinal) ? Convert.ToInt64(value, 16).ToString(CultureInfo.InvariantCulture) : value;
}

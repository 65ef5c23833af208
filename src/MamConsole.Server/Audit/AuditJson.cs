using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MamConsole.Server.Audit;

/// <summary>The stored form of events.</summary>
internal static class AuditJson
{
    /// <summary>Longer texts (terms of use) are not searched.</summary>
    private const int MaximumSearchedLength = 1_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        // The canonical form sorts members, so the discriminator is not the first one.
        AllowOutOfOrderMetadataProperties = true,
    };

    public static JsonObject Write(AuditEvent what) => JsonSerializer.SerializeToNode(what, Options)!.AsObject();

    /// <summary>
    /// False for an event that this version cannot read: one of a newer version, or one of an older version that stored a sentence in place
    /// of a code.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> canonical, [NotNullWhen(true)] out AuditEvent? what)
    {
        try
        {
            what = JsonSerializer.Deserialize<AuditEvent>(canonical, Options);
        }
        catch (JsonException)
        {
            what = null;
        }

        return what is not null;
    }

    /// <summary>The values by which a text search finds an event: its code and its texts, such as names and reasons.</summary>
    public static string SearchText(JsonObject what)
    {
        ArgumentNullException.ThrowIfNull(what);
        var texts = what.Where(member => member.Key is not "action" and not "at")
            .Select(member => member.Value)
            .OfType<JsonValue>()
            .Select(value => value.TryGetValue<string>(out var text) ? text : "")
            .Where(text => text.Length is > 0 and <= MaximumSearchedLength);
        return string.Join(' ', texts.Prepend(what["action"]!.GetValue<string>()).Distinct(StringComparer.Ordinal));
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace MamConsole.IntegrationTests.Api;

/// <summary>Compares a value with a schema, with the subset of JSON Schema that the API document uses.</summary>
/// <param name="schemas">The named schemas.</param>
internal sealed class JsonSchemaCheck(JsonObject schemas)
{
    private const string Prefix = "#/components/schemas/";

    /// <returns>The contradictions to the schema, each with its path.</returns>
    public IEnumerable<string> Check(JsonNode schema, JsonNode? value, string path)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Check(schemas[reference[Prefix.Length..]]!, value, path);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray options)
        {
            return OneOf(schema, options, value, path);
        }

        if (!HasType(schema["type"], value))
        {
            return [$"{path} is {Kind(value)}, not {schema["type"]!.ToJsonString()}"];
        }

        if (schema["enum"] is JsonArray names && value is not null && !names.Any(name => JsonNode.DeepEquals(name, value)))
        {
            return [$"{path} is {value.ToJsonString()}, none of {names.ToJsonString()}"];
        }

        return value switch
        {
            JsonObject members => Members(schema, members, path),
            JsonArray list when schema["items"] is { } items => list.SelectMany((item, i) => Check(items, item, $"{path}[{i}]")),
            _ => [],
        };
    }

    private IEnumerable<string> OneOf(JsonNode schema, JsonArray options, JsonNode? value, string path)
    {
        if (schema["discriminator"] is { } discriminator)
        {
            var kind = (string?)value?[(string)discriminator["propertyName"]!];
            return discriminator["mapping"]![kind ?? ""] is { } target
                ? Check(schemas[((string)target!)[Prefix.Length..]]!, value, path)
                : [$"{path} has the unknown kind {kind}"];
        }

        var found = options.Select(option => Check(option!, value, path).ToArray()).ToArray();
        return found.Any(contradictions => contradictions.Length == 0) ? [] : found[^1];
    }

    private IEnumerable<string> Members(JsonNode schema, JsonObject members, string path)
    {
        var known = schema["properties"]?.AsObject() ?? [];
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name)))
        {
            yield return $"{path}.{name} is missing";
        }

        foreach (var (name, value) in members)
        {
            var part = known[name] ?? schema["additionalProperties"];
            if (part is JsonObject described)
            {
                foreach (var contradiction in Check(described, value, $"{path}.{name}"))
                {
                    yield return contradiction;
                }
            }
            else if (known.Count > 0)
            {
                yield return $"{path}.{name} is not described";
            }
        }
    }

    private static bool HasType(JsonNode? type, JsonNode? value) =>
        type switch
        {
            null => true,
            JsonArray several => several.Any(one => HasType(one, value)),
            _ => (string?)type == Kind(value) || ((string?)type == "number" && Kind(value) == "integer"),
        };

    private static string Kind(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => value.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
        };
}

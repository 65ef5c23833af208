using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>
/// Corrects generated schemas to what the API accepts and returns: numbers that are never written as text, enumerations with their type,
/// members that responses omit, and no schemas that no operation uses.
/// </summary>
internal static class SchemaRepair
{
    public static void Apply(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        var requested = SchemaWalk.Reachable(document, SchemaWalk.RequestSchemas(document));
        var answered = SchemaWalk.Reachable(document, SchemaWalk.ResponseSchemas(document));
        foreach (var name in schemas.Keys.Except(requested).Except(answered).ToArray())
        {
            schemas.Remove(name);
        }

        foreach (var (name, schema) in schemas.Where(schema => schema.Key != ProblemSchema.Name))
        {
            Each(schema, part => Answer(part, onlyAnswered: !requested.Contains(name)));
        }

        foreach (var schema in SchemaWalk.RequestSchemas(document).Concat(SchemaWalk.ResponseSchemas(document)))
        {
            Each(schema, part => Answer(part, onlyAnswered: false));
        }

        var sorted = schemas.OrderBy(schema => schema.Key, StringComparer.Ordinal).ToArray();
        schemas.Clear();
        foreach (var (name, schema) in sorted)
        {
            schemas.Add(name, schema);
        }
    }

    private static void Each(IOpenApiSchema schema, Action<OpenApiSchema> repair)
    {
        foreach (var part in SchemaWalk.Parts(schema))
        {
            if (part is OpenApiSchemaReference { Reference: { } reference })
            {
                reference.Description = Cleaned(reference.Description);
            }
            else if (part is OpenApiSchema own)
            {
                own.Description = Cleaned(own.Description);
                repair(own);
            }
        }
    }

    private static string? Cleaned(string? text) => text is null ? null : DocumentText.Clean(text);

    private static void Answer(OpenApiSchema schema, bool onlyAnswered)
    {
        if (
            schema.Type is { } type
            && type.HasFlag(JsonSchemaType.String)
            && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0
        )
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        if (schema.Enum is { Count: > 0 } values)
        {
            // A null among the values belongs to the referring schema, which already declares it.
            schema.Enum = [.. values.Where(value => !IsNull(value))];
            schema.Type ??= JsonSchemaType.String;
        }

        if (schema.Properties is not { Count: > 0 } properties)
        {
            return;
        }

        schema.Type ??= JsonSchemaType.Object;
        if (properties.TryGetValue("kind", out var kind) && kind.Enum is [_])
        {
            schema.Required ??= new HashSet<string>();
            schema.Required.Add("kind");
        }

        if (onlyAnswered)
        {
            schema.AdditionalPropertiesAllowed = true;
            schema.Required?.ExceptWith(properties.Where(member => CanBeNull(member.Value)).Select(member => member.Key));
        }
    }

    private static bool CanBeNull(IOpenApiSchema schema) =>
        schema is not OpenApiSchemaReference
        && (schema.Type?.HasFlag(JsonSchemaType.Null) == true || schema.OneOf?.Any(option => option.Type == JsonSchemaType.Null) == true);

    private static bool IsNull(JsonNode? value) => value is null || value.IsJsonNullSentinel();
}

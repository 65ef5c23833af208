using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>Finds schemas in a document.</summary>
internal static class SchemaWalk
{
    public static IEnumerable<IOpenApiSchema> RequestSchemas(OpenApiDocument document) =>
        Operations(document)
            .SelectMany(operation => operation.RequestBody?.Content?.Values ?? [])
            .Select(media => media.Schema)
            .OfType<IOpenApiSchema>();

    public static IEnumerable<IOpenApiSchema> ResponseSchemas(OpenApiDocument document) =>
        Operations(document)
            .SelectMany(operation => (operation.Responses ?? []).Values)
            .SelectMany(response => response.Content?.Values ?? [])
            .Select(media => media.Schema)
            .OfType<IOpenApiSchema>();

    /// <summary>The names of the components that can be reached from these schemas.</summary>
    public static HashSet<string> Reachable(OpenApiDocument document, IEnumerable<IOpenApiSchema> from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<IOpenApiSchema>(from);
        while (open.TryDequeue(out var schema))
        {
            foreach (var name in Parts(schema).SelectMany(Names).Where(reached.Add))
            {
                open.Enqueue(document.Components!.Schemas![name]);
            }
        }

        return reached;
    }

    /// <summary>The schema and all schemas inside it, without following references.</summary>
    public static IEnumerable<IOpenApiSchema> Parts(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference
            ? [schema]
            :
            [
                schema,
                .. (schema.Properties?.Values ?? [])
                    .Concat(schema.AnyOf ?? [])
                    .Concat(schema.OneOf ?? [])
                    .Concat(schema.AllOf ?? [])
                    .Concat(schema.Items is { } items ? [items] : [])
                    .Concat(schema.AdditionalProperties is { } others ? [others] : [])
                    .SelectMany(Parts),
            ];

    private static IEnumerable<string> Names(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference { Reference.Id: { } id } ? [id] : (schema.Discriminator?.Mapping?.Values ?? []).SelectMany(Names);

    private static IEnumerable<OpenApiOperation> Operations(OpenApiDocument document) =>
        document.Paths.Values.SelectMany(path => (path.Operations ?? []).Values);
}

using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>The schema of problem details (RFC 9457) as this API returns them.</summary>
internal static class ProblemSchema
{
    public const string Name = "ProblemDetails";

    public static OpenApiSchema Create() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description =
                "Problem details (RFC 9457). Some types have additional members, which the table of problem types in the "
                + "introduction lists.",
            Required = new HashSet<string> { "type", "title", "status" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("The kind of problem, stable for programs. Responses list the types that they can have.", "uri"),
                ["title"] = Text("The last part of `type`."),
                ["status"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Description = "The HTTP status code of the response.",
                },
                ["detail"] = Text("What happened and how to resolve it, in a sentence for people. Its wording may change."),
                ["instance"] = Text("Not used.", "uri-reference"),
                ["traceId"] = Text("The trace ID, by which the request is found in the server's log."),
            },
        };

    private static OpenApiSchema Text(string description, string? format = null) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = format,
            Description = description,
        };
}

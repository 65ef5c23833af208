using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>Problem details (RFC 9457) as this API answers with them.</summary>
internal static class ProblemSchema
{
    public const string Name = "ProblemDetails";

    public static OpenApiSchema Create() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description =
                "Problem details (RFC 9457). Some types have members of their own, which the table of problem types in the "
                + "introduction names.",
            Required = new HashSet<string> { "type", "title", "status" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("The kind of problem, stable for programs. Responses list the types that they can carry.", "uri"),
                ["title"] = Text("The last part of `type`."),
                ["status"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Description = "The HTTP status again.",
                },
                ["detail"] = Text("What happened and what to do, in a sentence for people. Its wording may change."),
                ["instance"] = Text("Not used.", "uri-reference"),
                ["traceId"] = Text("Finds the request in the server's log."),
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

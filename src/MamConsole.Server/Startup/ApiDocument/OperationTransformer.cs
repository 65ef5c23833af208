using System.Globalization;
using System.Text.Json.Nodes;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Storage;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>Writes an endpoint's metadata into its operation: roles, parameters, headers and every problem that it can return.</summary>
internal sealed class OperationTransformer(ApiSecurity security) : IOpenApiOperationTransformer
{
    /// <summary>The member of a response that lists the <c>type</c> of each problem, for programs.</summary>
    public const string ProblemTypes = "x-problem-types";

    private const string Problem = "application/problem+json";

    /// <summary>The problems that every operation can return, independent of its use case.</summary>
    private static readonly PossibleProblem[] Always =
    [
        PossibleProblem.Of<NotAuthenticated>(),
        PossibleProblem.Of<NotAllowed>(),
        PossibleProblem.Of<EntraUnavailable>(),
        PossibleProblem.Of<StorageUnavailable>(),
    ];

    /// <summary>All problems of an endpoint without duplicates.</summary>
    public static IEnumerable<PossibleProblem> ProblemsOf(IEnumerable<object> metadata) =>
        metadata.OfType<PossibleProblem>().Concat(Always).Distinct();

    /// <inheritdoc />
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RequiredAbility>().LastOrDefault() is { } required)
        {
            operation.Description = string.Join("\n\n", new[] { operation.Description, Roles(required) }.Where(part => part is not null));
            operation.Security = security.Requirements(required, context.Document);
        }

        Parameters(operation, metadata);
        Body(operation, metadata);
        Files(operation);
        var details = new OpenApiSchemaReference(ProblemSchema.Name, context.Document);
        operation.Responses ??= [];
        foreach (var byStatus in ProblemsOf(metadata).GroupBy(problem => problem.Status))
        {
            operation.Responses[byStatus.Key.ToString(CultureInfo.InvariantCulture)] = Failure(byStatus.Key, [.. byStatus], details);
        }

        Headers(operation, metadata);
        Sort(operation.Responses);
        return Task.CompletedTask;
    }

    private static string Roles(RequiredAbility required) =>
        $"**App roles:** {string.Join(", ", required.Roles.Select(role => $"`{role}`"))}. "
        + (
            required.AllowsAppOnly
                ? "Tokens of applications (client credentials) are accepted."
                : "Requires a person's token: tokens of applications (client credentials) are rejected with 403."
        );

    private static OpenApiResponse Failure(int status, IReadOnlyList<PossibleProblem> problems, IOpenApiSchema details)
    {
        var types = problems.Select(problem => problem.Uri).Order(StringComparer.Ordinal).ToArray();
        var response = new OpenApiResponse
        {
            Description = $"{ReasonPhrases.GetReasonPhrase(status)}: {string.Join(", ", types.Select(type => $"`{type}`"))}.",
            Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = details } },
            Extensions = new Dictionary<string, IOpenApiExtension>
            {
                [ProblemTypes] = new JsonNodeExtension(new JsonArray([.. types.Select(type => JsonValue.Create(type))])),
            },
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                [HeaderNames.RetryAfter] = new OpenApiHeader
                {
                    Description = "Seconds until the request may be retried.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
                },
            };
        }

        return response;
    }

    private static void Parameters(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var path in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path))
        {
            PathParameters.Describe(path);
        }

        foreach (var query in metadata.OfType<QueryParameter>())
        {
            var parameter = operation
                .Parameters.OfType<OpenApiParameter>()
                .Single(p => p.In == ParameterLocation.Query && string.Equals(p.Name, query.Name, StringComparison.OrdinalIgnoreCase));
            parameter.Name = query.Name;
            parameter.Required = query.IsRequired;
            parameter.Deprecated = query.IsDeprecated;
            parameter.Description = query.Description;
            parameter.Schema = SchemaOf(query);
        }

        foreach (var header in metadata.OfType<HeaderParameter>())
        {
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = header.Name,
                    In = ParameterLocation.Header,
                    Required = header.IsRequired,
                    Description = header.Description,
                    Example = header.Example,
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Pattern = header.Pattern,
                        MinLength = header.MaximumLength is null ? null : 1,
                        MaxLength = header.MaximumLength,
                    },
                }
            );
        }
    }

    private static OpenApiSchema SchemaOf(QueryParameter query) =>
        new()
        {
            Type = query.Type switch
            {
                QueryParameterType.Integer => JsonSchemaType.Integer,
                QueryParameterType.Boolean => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Format = query.Type == QueryParameterType.Integer ? "int64" : null,
            Minimum = query.Minimum?.ToString(CultureInfo.InvariantCulture),
            Maximum = query.Maximum?.ToString(CultureInfo.InvariantCulture),
            Pattern = query.Pattern,
            Enum = query.Values is { } values ? [.. values.Select(value => JsonValue.Create(value))] : null,
            Default = DefaultOf(query),
        };

    private static JsonNode? DefaultOf(QueryParameter query) =>
        query switch
        {
            { Default: null } => null,
            { Type: QueryParameterType.Text } => JsonValue.Create(query.Default),
            _ => JsonNode.Parse(query.Default),
        };

    /// <summary>Omits the type that only keeps routing from answering itself, and describes files by their formats.</summary>
    private static void Body(OpenApiOperation operation, IList<object> metadata)
    {
        if (operation.RequestBody is not OpenApiRequestBody { Content: { } content } body)
        {
            return;
        }

        content.Remove("*/*");
        if (metadata.OfType<FileBody>().SingleOrDefault() is not { } file)
        {
            return;
        }

        body.Description = file.Description;
        foreach (var (type, media) in content)
        {
            media.Schema = type switch
            {
                "application/json" => new OpenApiSchema { Type = JsonSchemaType.Object },
                "application/xml" or "text/xml" => new OpenApiSchema { Type = JsonSchemaType.String },
                "multipart/form-data" => new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = Bytes() },
                },
                _ => Bytes(),
            };
        }
    }

    /// <summary>Describes responses that handlers return as bytes as files for people or other programs.</summary>
    private static void Files(OpenApiOperation operation)
    {
        foreach (var media in operation.Responses?.Values.SelectMany(response => response.Content?.Values ?? []) ?? [])
        {
            if (media.Schema is OpenApiSchema { Format: "byte" })
            {
                media.Schema = Bytes();
            }
        }
    }

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static void Headers(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var header in metadata.OfType<ResponseHeader>())
        {
            var response = (OpenApiResponse)operation.Responses![header.Status.ToString(CultureInfo.InvariantCulture)];
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[header.Name] = new OpenApiHeader
            {
                Description = header.Description,
                Required = true,
                Example = header.Example,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }

    private static void Sort(OpenApiResponses responses)
    {
        var sorted = responses.OrderBy(response => response.Key, StringComparer.Ordinal).ToArray();
        responses.Clear();
        foreach (var (status, response) in sorted)
        {
            responses.Add(status, response);
        }
    }
}

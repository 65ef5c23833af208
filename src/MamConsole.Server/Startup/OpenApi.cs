using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Startup.ApiDocument;
using Microsoft.AspNetCore.OpenApi;

namespace MamConsole.Server.Startup;

/// <summary>
/// The REST API's description at <c>/openapi/v1.json</c>, available to every caller of the API (docs/reference/contract.md §3).
/// </summary>
internal static class OpenApi
{
    public static void AddApiDescription(this WebApplicationBuilder builder)
    {
        // The description must use the same JSON options as the API.
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = ApiJson.Options.DefaultIgnoreCondition;
            json.SerializerOptions.UnmappedMemberHandling = ApiJson.Options.UnmappedMemberHandling;
            foreach (var converter in ApiJson.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
        });
        builder.Services.AddSingleton<ApiSecurity>();
        builder.Services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
                options.CreateSchemaReferenceId = NameOf;
                options.AddSchemaTransformer<SchemaTransformer>();
                options.AddOperationTransformer<OperationTransformer>();
                options.AddDocumentTransformer<DocumentTransformer>();
            }
        );
    }

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi().RequireAuthorization(AccessPolicies.Api);

    /// <summary>Types that only wrap their JSON are described inline, without a name.</summary>
    private static string? NameOf(JsonTypeInfo type) =>
        SchemaTransformer.IsValueList(type.Type) || type.Type == typeof(JsonElement) || type.Type == typeof(IFormFile)
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
}

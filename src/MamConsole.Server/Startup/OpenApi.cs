using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using Microsoft.OpenApi;

namespace MamConsole.Server.Startup;

/// <summary>The REST API's description at <c>/openapi/v1.json</c>, for whoever may call the API (contract.md §3).</summary>
internal static class OpenApi
{
    public static void AddApiDescription(this WebApplicationBuilder builder)
    {
        // The description must speak of the JSON that the API speaks.
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = ApiJson.Options.DefaultIgnoreCondition;
            json.SerializerOptions.UnmappedMemberHandling = ApiJson.Options.UnmappedMemberHandling;
            foreach (var converter in ApiJson.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
        });
        builder.Services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
                options.AddSchemaTransformer(
                    async (schema, context, ct) =>
                    {
                        // A list with a converter of its own would be described as anything at all.
                        if (
                            context.JsonTypeInfo.Type is { IsGenericType: true } list
                            && list.GetGenericTypeDefinition() == typeof(ValueList<>)
                        )
                        {
                            schema.Type = JsonSchemaType.Array;
                            schema.Items = await context.GetOrCreateSchemaAsync(list.GetGenericArguments()[0], null, ct);
                        }
                        else if (context.JsonTypeInfo.Type == typeof(EasPolicy))
                        {
                            Describe(schema, EasElement.All.Select(element => (element.Name, element.Kind == EasKind.List)));
                        }
                        else if (context.JsonTypeInfo.Type == typeof(LockNodes))
                        {
                            Describe(schema, LockNodes.Names.Select(name => (name, false)));
                        }
                    }
                );
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info.Title = "MamConsole";
                        document.Info.Description =
                            "Everything that the console can do. Send an Entra access token of the console's application with the scope access_as_user and an app role.";
                        document.Servers?.Clear();
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    /// <summary>An object whose members are numbers or lists of texts; it is written by a converter of its own.</summary>
    private static void Describe(OpenApiSchema schema, IEnumerable<(string Name, bool IsList)> members)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = members.ToDictionary(
            member => member.Name,
            IOpenApiSchema (member) =>
                member.IsList
                    ? new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    }
                    : new OpenApiSchema { Type = JsonSchemaType.Integer }
        );
    }

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi().RequireAuthorization(AccessPolicies.Api);
}

using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>Describes types whose JSON a converter writes: without it the document would allow any value.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    /// <inheritdoc />
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (IsValueList(type))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancellationToken);
        }
        else if (type == typeof(EasPolicy))
        {
            Describe(schema, EasElement.All.Select(element => (element.Name, element.Kind == EasKind.List)));
        }
        else if (type == typeof(LockNodes))
        {
            Describe(schema, LockNodes.Names.Select(name => (name, false)));
        }
        else if (type == typeof(FieldComments))
        {
            schema.Type = JsonSchemaType.Object;
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    public static bool IsValueList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);

    /// <summary>An object whose members are numbers or lists of texts.</summary>
    private static void Describe(OpenApiSchema schema, IEnumerable<(string Name, bool IsList)> members)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = members.ToDictionary(member => member.Name, IOpenApiSchema (member) => member.IsList ? Texts() : Number());
    }

    private static OpenApiSchema Number() => new() { Type = JsonSchemaType.Integer };

    private static OpenApiSchema Texts() =>
        new()
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}

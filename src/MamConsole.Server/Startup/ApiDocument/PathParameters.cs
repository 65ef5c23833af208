using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>What the parameters in paths mean; they mean the same in every path.</summary>
internal static class PathParameters
{
    public static void Describe(OpenApiParameter parameter)
    {
        (parameter.Description, parameter.Schema) = parameter.Name switch
        {
            "policyId" => ("The policy's id.", Id()),
            "deviceId" => ("The id of the device's enrollment. A device that enrolls again gets another one.", Id()),
            "commandId" => ("The id of the device action.", Id()),
            "sessionId" => ("The id of the session record, as its list gives it.", Text()),
            "number" => ("The number of the version, from 1.", Number()),
            _ => (parameter.Description, parameter.Schema),
        };
    }

    private static OpenApiSchema Id() => new() { Type = JsonSchemaType.String, Format = "uuid" };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Number() =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Minimum = "1",
        };
}

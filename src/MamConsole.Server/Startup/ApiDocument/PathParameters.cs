using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>The descriptions of path parameters; a parameter has the same meaning in every path.</summary>
internal static class PathParameters
{
    public static void Describe(OpenApiParameter parameter)
    {
        (parameter.Description, parameter.Schema) = parameter.Name switch
        {
            "policyId" => ("The policy's ID.", Id()),
            "deviceId" => ("The ID of the device's enrollment. A device that enrolls again gets a new ID.", Id()),
            "commandId" => ("The ID of the device action.", Id()),
            "sessionId" => ("The ID of the session, as returned by the list of sessions.", Text()),
            "number" => ("The number of the version, starting with 1.", Number()),
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

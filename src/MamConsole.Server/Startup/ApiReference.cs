using NetEscapades.AspNetCore.SecurityHeaders;
using Scalar.AspNetCore;

namespace MamConsole.Server.Startup;

/// <summary>
/// Serves the API's document as a page at <c>/scalar</c>, only in Development and only for people who may use the console. All content
/// comes from this server: the script is part of the package, and functions that contact other hosts are disabled.
/// </summary>
internal static class ApiReference
{
    public const string Root = "/scalar";

    /// <summary>The same document as <c>/openapi/v1.json</c>, for a browser that has a cookie and no access token.</summary>
    private const string Document = $"{Root}/document/{{documentName}}.json";

    public static void MapApiReference(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.MapOpenApi(Document).RequireAuthorization();
        app.MapScalarApiReference(
                Root,
                (options, http) =>
                {
                    options.Title = "MamConsole API";
                    options.OpenApiRoutePattern = Document;
                    options.DefaultFonts = false;
                    options
                        .WithNonce(http.GetNonce())
                        .DisableTelemetry()
                        .DisableAgent()
                        .DisableMcp()
                        .HideClientButton()
                        .HideDeveloperTools();
                }
            )
            .RequireAuthorization();
    }
}

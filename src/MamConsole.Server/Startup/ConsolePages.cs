using MamConsole.Server.Shell;
using Microsoft.AspNetCore.Diagnostics;

namespace MamConsole.Server.Startup;

/// <summary>The console's pages: static files and components of a circuit.</summary>
internal static class ConsolePages
{
    /// <summary>
    /// The maximum size of a browser's message in bytes: a pasted list of some thousand rows must fit, because a larger message ends the
    /// circuit.
    /// </summary>
    private const int LargestMessage = 512 * 1024;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Reads the build's manifest of static files, which the framework reads only in development; without it `dotnet run` in another
        // environment, or another program that hosts the server, serves empty files. Published output has no such manifest and needs none.
        builder.WebHost.UseStaticWebAssets();
        builder
            .Services.AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment())
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
    }

    /// <summary>An unknown address returns the console's own page to a browser, and the bare status to scripts and devices.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(
            (context, next) =>
            {
                var forPeople =
                    context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
                    && !context.Request.Path.StartsWithSegments("/api")
                    && !context.Request.Path.StartsWithSegments("/mam");
                if (!forPeople && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                {
                    pages.Enabled = false;
                }

                return next(context);
            }
        );
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}

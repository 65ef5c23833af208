using MamConsole.Server.Shell;
using Microsoft.AspNetCore.Diagnostics;

namespace MamConsole.Server.Startup;

/// <summary>The console's pages: static files and components that run on a circuit.</summary>
internal static class ConsolePages
{
    /// <summary>One message of a browser, in bytes: a pasted list of some thousand rows must fit, or the page would break down.</summary>
    private const int LargestMessage = 512 * 1024;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Reads the build's manifest of static files, which the framework does in development alone; without it `dotnet run` in another
        // environment, or another program that hosts the server, serves them empty. Published output has no such manifest and needs none.
        builder.WebHost.UseStaticWebAssets();
        builder
            .Services.AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment())
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
    }

    /// <summary>An address that leads nowhere gets the console's own page; scripts and devices get the bare status.</summary>
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

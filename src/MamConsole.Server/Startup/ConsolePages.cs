using MamConsole.Server.Shell;

namespace MamConsole.Server.Startup;

/// <summary>The console's pages: static files and components that run on a circuit.</summary>
internal static class ConsolePages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Reads the build's manifest of static files, which the framework does in development alone; without it `dotnet run` in another
        // environment, or another program that hosts the server, serves them empty. Published output has no such manifest and needs none.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment());
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}

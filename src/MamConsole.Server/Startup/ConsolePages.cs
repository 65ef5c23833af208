using MamConsole.Server.Shell;

namespace MamConsole.Server.Startup;

/// <summary>The console's pages: static files and components that run on a circuit.</summary>
internal static class ConsolePages
{
    public static void AddPages(this WebApplicationBuilder builder) =>
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment());

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}

namespace MamConsole.Server.Startup;

/// <summary>Adds the trace before the routes of devices.</summary>
internal static class RawTracing
{
    public static void UseRawTrace(this WebApplication app)
    {
        if (app.Configuration[RawTrace.Setting] is not { Length: > 0 } folder)
        {
            return;
        }

        folder = Path.GetFullPath(folder);
        var logger = app.Services.GetRequiredService<ILogger<RawTrace>>();
        var files = new TraceFiles(folder, app.Services.GetRequiredService<TimeProvider>(), logger);
        files.Open();
        RawTrace.Log.On(logger, folder);
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/mam"), mam => mam.UseMiddleware<RawTrace>(files));
    }
}

using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Enrollment;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.HelpDesk;
using MamConsole.Server.HelpDesk.Actions;
using MamConsole.Server.Jobs;
using MamConsole.Server.Policies;
using MamConsole.Server.Shell;
using MamConsole.Server.Startup;
using MamConsole.Server.Storage;
using MamConsole.Server.Sync;
using MamConsole.Server.Ui;

namespace MamConsole.Server;

/// <summary>
/// The server, put together: the one seam that Program, the demo and the tests share. Reads as a table of contents; rooms stand in ladder
/// order, lowest first.
/// </summary>
internal static class MamServer
{
    /// <param name="args">Command line settings.</param>
    /// <param name="configure">Settings and services of a composition around the server; what it registers wins over the server's
    /// own.</param>
    /// <exception cref="InvalidConfigurationException">Settings are missing, unknown or contradict each other.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ApplicationName = typeof(MamServer).Assembly.GetName().Name }
        );
        configure?.Invoke(builder);
        ConfigurationRules.Check(builder.Configuration, builder.Environment.IsDevelopment());

        builder.AddHosting();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddUi();
        builder.Services.AddAudit();
        builder.AddAccess();
        builder.Services.AddEntra(builder.Configuration);
        builder.Services.AddFleet();
        builder.Services.AddPolicies(builder.Configuration);
        builder.Services.AddHelpDesk();
        builder.Services.AddEnrollment(builder.Configuration);
        builder.Services.AddSync();
        builder.Services.AddJobs();
        builder.Services.AddShell();
        builder.AddApiDescription();
        builder.AddPages();

        var app = builder.Build();
        app.UseHosting();
        app.UseRawTrace();
        app.UsePages();
        app.UseApiProblems();
        app.UseAccess();
        app.UseAntiforgery();

        app.MapHosting();
        app.MapAccess();
        app.MapPolicies();
        app.MapDevices();
        app.MapSessions();
        app.MapDeviceActions();
        app.MapEnrollment();
        app.MapSync();
        app.MapRetention();
        app.MapAudit();
        app.MapApiDescription();
        app.MapApiReference();
        app.MapPages();
        return app;
    }
}

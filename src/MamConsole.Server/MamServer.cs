using MamConsole.Server.Access;
using MamConsole.Server.AppInspection;
using MamConsole.Server.Audit;
using MamConsole.Server.Calculators;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Devices;
using MamConsole.Server.Enrollment;
using MamConsole.Server.Entra;
using MamConsole.Server.ExchangeForecast;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Fleet;
using MamConsole.Server.ImportExport;
using MamConsole.Server.Jobs;
using MamConsole.Server.Policies;
using MamConsole.Server.Policies.History;
using MamConsole.Server.PolicyAudiences;
using MamConsole.Server.Secrets;
using MamConsole.Server.Sessions;
using MamConsole.Server.Shell;
using MamConsole.Server.Startup;
using MamConsole.Server.Storage;
using MamConsole.Server.Sync;
using MamConsole.Server.Telemetry;
using MamConsole.Server.Ui;

namespace MamConsole.Server;

/// <summary>
/// Composes the server: the one composition that Program, the demo and the tests share. Modules are registered in the order of the layering
/// rule, lowest first.
/// </summary>
internal static class MamServer
{
    /// <param name="args">Command-line arguments.</param>
    /// <param name="configure">Adds settings and services around the server; its registrations take precedence over the server's
    /// own.</param>
    /// <exception cref="InvalidConfigurationException">Settings are missing, unknown or contradictory.</exception>
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
        builder.Services.AddSecrets();
        builder.Services.AddExchangePolicy();
        builder.Services.AddPolicies(builder.Configuration);
        builder.Services.AddExchangeForecast();
        builder.Services.AddImportExport();
        builder.Services.AddAppInspection();
        builder.Services.AddCalculators();
        builder.Services.AddPolicyAudiences();
        builder.Services.AddDeviceActions();
        builder.Services.AddDevices();
        builder.Services.AddSessions();
        builder.Services.AddEnrollment(builder.Configuration);
        builder.Services.AddSync();
        builder.Services.AddJobs();
        builder.Services.AddShell();
        builder.AddApiDescription();
        builder.AddPages();
        builder.AddTelemetry();

        var app = builder.Build();
        app.UseTelemetry();
        app.UseHosting();
        app.UseRawTrace();
        app.UsePages();
        app.UseApiProblems();
        app.UseAccess();
        app.UseAntiforgery();

        app.MapHosting();
        app.MapAccess();
        app.MapPrograms();
        app.MapPolicies();
        app.MapHistory();
        app.MapFiles();
        app.MapFileDownloads();
        app.MapAudience();
        app.MapExchange();
        app.MapSecrets();
        app.MapCalculators();
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

using MamConsole.DemoTenant;
using MamConsole.Server;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;

namespace MamConsole.Demo;

/// <summary>Runs the server, the tenant and a small fleet in one process. The server has no demo code except for the guided tour.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private static readonly string[] OwnFolders = ["tenant", "devices", "keys"];

    private readonly WebApplication tenantApp;
    private readonly WebApplication app;
    private readonly DemoFleet fleet;

    private DemoHost(WebApplication tenantApp, WebApplication app, DemoFleet fleet, string data, Uri console)
    {
        this.tenantApp = tenantApp;
        this.app = app;
        this.fleet = fleet;
        Data = data;
        Console = console;
        Tenant = tenantApp.Services.GetRequiredService<Tenant>();
    }

    /// <summary>The folder that contains all data of the demo.</summary>
    public string Data { get; }

    /// <summary>The address of the console.</summary>
    public Uri Console { get; }

    public Tenant Tenant { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<DemoHost> StartAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        var data = DataFolder(options);
        var tenantApp = DemoTenantApp.Build(
            new DemoTenantOptions
            {
                Address = options.TenantUrl,
                DataFolder = Path.Combine(data, "tenant"),
                People = Math.Max(options.Devices, 3),
            }
        );
        await tenantApp.StartAsync(cancellationToken);
        var tenant = tenantApp.Services.GetRequiredService<Tenant>();

        var app = MamServer.Build([], builder => Configure(builder, tenant, options, data));
        await app.StartAsync(cancellationToken);
        var console = app.Services.GetRequiredService<PublicAddress>().Value;
        tenant.TrustConsole(console);

        await SamplePolicies.PublishAsync(app.Services, tenant, cancellationToken);
        return new DemoHost(tenantApp, app, new DemoFleet(tenant, console, options.Devices, Path.Combine(data, "devices")), data, console);
    }

    /// <summary>Runs until canceled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await fleet.RunAsync(cancellationToken);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        fleet.Dispose();
        await app.DisposeAsync();
        await tenantApp.DisposeAsync();
    }

    private static void Configure(WebApplicationBuilder builder, Tenant tenant, DemoOptions options, string data)
    {
        // The static files of a referenced project are served only in Development before publishing.
        builder.Environment.EnvironmentName = Environments.Development;

        // The configuration of this machine belongs to a real server; the demo behaves the same everywhere.
        builder.Configuration.Sources.Clear();
        // The demo stores its keys unprotected by design. A real server logs a warning about that.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["PublicUrl"] = options.ConsoleUrl.Port == 0 ? "http://127.0.0.1:0" : options.ConsoleUrl.GetLeftPart(UriPartial.Authority),
                ["Storage:Provider"] = "Sqlite",
                ["Storage:ConnectionString"] = $"Data Source={Path.Combine(data, "mamconsole.db")}",
                ["AzureAd:Instance"] = Tenant.Instance.AbsoluteUri,
                ["AzureAd:TenantId"] = tenant.Id.ToString("D"),
                ["AzureAd:ClientId"] = tenant.ConsoleClientId.ToString("D"),
                ["AzureAd:ClientSecret"] = tenant.ConsoleClientSecret,
                ["Graph:BaseUrl"] = Tenant.GraphAddress.AbsoluteUri,
                ["Devices:ClientId"] = tenant.MamClientId.ToString("D"),
                ["Devices:AppIdUri"] = tenant.AppIdUri,
                // All demo PCs share one address and check in as often as somebody presses the button.
                ["Limits:CallsPerDevicePerMinute"] = "0",
                ["Limits:RefusalsPerAddressPerMinute"] = "0",
                ["Demo:Tour"] = "true",
            }
        );
        builder.WebHost.UseUrls(options.ConsoleUrl.Port == 0 ? "http://127.0.0.1:0" : options.ConsoleUrl.AbsoluteUri);
        builder.Services.AddSingleton(new EntraHttp(() => new LoopbackHosts(tenant)));
    }

    private static string DataFolder(DemoOptions options)
    {
        if (options.Data is not { } storedFolder)
        {
            return Directory.CreateTempSubdirectory("mamconsole-demo-").FullName;
        }

        // Only files that the demo itself wrote are deleted, so that a mistyped path cannot destroy a folder.
        if (options.Fresh && Directory.Exists(storedFolder))
        {
            foreach (var folder in OwnFolders.Select(name => Path.Combine(storedFolder, name)).Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }

            foreach (var file in Directory.GetFiles(storedFolder, "mamconsole.db*"))
            {
                File.Delete(file);
            }
        }

        return Directory.CreateDirectory(storedFolder).FullName;
    }
}

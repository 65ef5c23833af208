using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using MamConsole.DemoTenant;
using MamConsole.IntegrationTests.Api;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MamConsole.IntegrationTests;

/// <summary>
/// The whole server on a free loopback port, with its own tenant and a new database; only the tenant is simulated.
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>
    /// All tenants share one signing key, because creating a key takes longer than starting the server. Tokens still differ by tenant.
    /// </summary>
    private static readonly Lazy<string> SigningKey = new(() =>
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    });

    private readonly WebApplication app;
    private readonly WebApplication? ownTenant;
    private readonly HostLocation location;

    private TestServer(WebApplication app, Tenant tenant, WebApplication? ownTenant, HostLocation location)
    {
        this.app = app;
        this.ownTenant = ownTenant;
        this.location = location;
        Tenant = tenant;
        Url = app.Services.GetRequiredService<PublicAddress>().Value;
    }

    /// <summary>The server's base address.</summary>
    public Uri Url { get; }

    public Tenant Tenant { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>All route endpoints of the server.</summary>
    public IEnumerable<RouteEndpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static async Task<TestServer> StartAsync(TestServerOptions? options = null)
    {
        options ??= new TestServerOptions();
        var location = options.Beside is { } other
            ? other.location with
            {
                Owned = false,
            }
            : HostLocation.Create(options.Provider, options.Folder);
        var ownTenant = options.Beside is null
            ? DemoTenantApp.Build(options.Tenant with { SigningKey = options.Tenant.SigningKey ?? SigningKey.Value })
            : null;
        if (ownTenant is not null)
        {
            await ownTenant.StartAsync();
        }

        var tenant = ownTenant?.Services.GetRequiredService<Tenant>() ?? options.Beside!.Tenant;
        var app = MamServer.Build([], builder => Configure(builder, tenant, location, options));
        await app.StartAsync();
        var server = new TestServer(app, tenant, ownTenant, location);
        tenant.TrustConsole(server.Url);
        return server;
    }

    /// <summary>A client that stores cookies as a browser does and follows no redirect.</summary>
    public HttpClient CreateClient() => new(new DocumentedAnswers(new BrowserCookies())) { BaseAddress = Url };

    /// <summary>A browser in which nobody is signed in.</summary>
    public TestBrowser CreateBrowser() => new(CreateClient(), Tenant);

    /// <summary>A client that calls the API as the person with exactly these roles.</summary>
    public async Task<HttpClient> SignedInApiClientAsync(params string[] roles)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await FetchTokenAsync(Tenant.WithRoles(roles), $"api://{Tenant.ConsoleClientId:D}/.default")
        );
        return client;
    }

    /// <summary>A token from the tenant's token endpoint, fetched with the person's password.</summary>
    public async Task<string> FetchTokenAsync(TenantUser user, string scope, string version = "2.0")
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "password",
                ["username"] = user.UserName,
                ["password"] = user.Password,
                ["scope"] = scope,
                ["token_version"] = version,
            }
        );
        using var answer = await client.PostAsync(new Uri(Tenant.Address, $"/{Tenant.Id:D}/oauth2/v2.0/token"), form);
        using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (ownTenant is not null)
        {
            await ownTenant.DisposeAsync();
        }

        location.Delete();
    }

    private static void Configure(WebApplicationBuilder builder, Tenant tenant, HostLocation location, TestServerOptions options)
    {
        builder.Environment.EnvironmentName = options.Environment;

        builder.Logging.ClearProviders();
        var settings = new Dictionary<string, string?>
        {
            ["PublicUrl"] = $"http://127.0.0.1:{options.Port}",
            ["Storage:Provider"] = $"{location.Provider}",
            ["Storage:ConnectionString"] = location.ConnectionString,
            ["DataProtection:KeyFolder"] = Path.Combine(location.Folder, "keys"),
            ["AzureAd:Instance"] = Tenant.Instance.AbsoluteUri,
            ["AzureAd:TenantId"] = tenant.Id.ToString("D"),
            ["AzureAd:ClientId"] = tenant.ConsoleClientId.ToString("D"),
            ["AzureAd:ClientSecret"] = tenant.ConsoleClientSecret,
            ["Graph:BaseUrl"] = Tenant.GraphAddress.AbsoluteUri,
            ["Devices:ClientId"] = tenant.MamClientId.ToString("D"),
            ["Devices:AppIdUri"] = tenant.AppIdUri,
        };
        foreach (var (key, value) in options.Settings)
        {
            settings[key] = value;
        }

        // The environment variables of the machine must not affect a test.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        options.Services?.Invoke(builder.Services);
        builder.Services.AddSingleton(new EntraHttp(() => new LoopbackHosts(tenant)));
    }

    private sealed record HostLocation(StorageProvider Provider, string ConnectionString, string Folder, bool Owned)
    {
        public static HostLocation Create(StorageProvider provider, string? folder)
        {
            var home = folder ?? Directory.CreateTempSubdirectory("mamconsole-test-").FullName;
            if (provider == StorageProvider.PostgreSql)
            {
                return new HostLocation(provider, MigratedTemplate.CreatePostgreSql(), home, Owned: folder is null);
            }

            var file = Path.Combine(home, "mamconsole.db");
            if (!File.Exists(file))
            {
                MigratedTemplate.CopySqliteTo(file);
            }

            return new HostLocation(provider, $"Data Source={file};Pooling=False", home, Owned: folder is null);
        }

        public void Delete()
        {
            if (!Owned)
            {
                return;
            }

            if (Provider == StorageProvider.PostgreSql)
            {
                PostgreSqlCluster.DropDatabase(ConnectionString);
            }

            Directory.Delete(Folder, recursive: true);
        }
    }
}

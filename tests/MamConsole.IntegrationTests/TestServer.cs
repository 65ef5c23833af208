using System.Net.Http.Headers;
using System.Text.Json;
using MamConsole.DemoTenant;
using MamConsole.Server;
using MamConsole.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MamConsole.IntegrationTests;

/// <summary>What a test wants to be otherwise.</summary>
internal sealed record TestServerOptions
{
    /// <summary>Settings over the usual ones; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Services that win over the server's own.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    public DemoTenantOptions Tenant { get; init; } = new() { People = 3 };

    public string Environment { get; init; } = Environments.Development;
}

/// <summary>The whole server on a free loopback port, with a tenant of its own and a fresh SQLite file: nothing in it is faked but the tenant.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly WebApplication tenantApp;
    private readonly string folder;

    private TestServer(WebApplication app, WebApplication tenantApp, string folder)
    {
        this.app = app;
        this.tenantApp = tenantApp;
        this.folder = folder;
        Tenant = tenantApp.Services.GetRequiredService<Tenant>();
        Url = app.Services.GetRequiredService<PublicAddress>().Value;
    }

    /// <summary>Where the server listens.</summary>
    public Uri Url { get; }

    public Tenant Tenant { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<TestServer> StartAsync(TestServerOptions? options = null)
    {
        options ??= new TestServerOptions();
        var folder = Directory.CreateTempSubdirectory("mamconsole-test-").FullName;
        var tenantApp = DemoTenantApp.Build(options.Tenant);
        await tenantApp.StartAsync();
        var tenant = tenantApp.Services.GetRequiredService<Tenant>();
        var app = MamServer.Build([], builder => Configure(builder, tenant, folder, options));
        await app.StartAsync();
        var server = new TestServer(app, tenantApp, folder);
        tenant.TrustConsole(server.Url);
        return server;
    }

    /// <summary>A client that keeps cookies as a browser would and follows no redirect.</summary>
    public HttpClient CreateClient() => new(new BrowserCookies()) { BaseAddress = Url };

    /// <summary>A browser with nobody signed in.</summary>
    public TestBrowser CreateBrowser() => new(CreateClient(), Tenant);

    /// <summary>A client that calls the API as the person who has exactly these roles.</summary>
    public async Task<HttpClient> SignedInApiClientAsync(params string[] roles)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await FetchTokenAsync(Tenant.WithRoles(roles), $"api://{Tenant.ConsoleClientId:D}/.default"));
        return client;
    }

    /// <summary>A token from the tenant's token endpoint, fetched with the person's password.</summary>
    public async Task<string> FetchTokenAsync(TenantUser user, string scope, string version = "2.0")
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["username"] = user.UserName,
            ["password"] = user.Password,
            ["scope"] = scope,
            ["token_version"] = version,
        });
        using var answer = await client.PostAsync(new Uri(Tenant.Address, $"/{Tenant.Id:D}/oauth2/v2.0/token"), form);
        using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await tenantApp.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void Configure(WebApplicationBuilder builder, Tenant tenant, string folder, TestServerOptions options)
    {
        builder.Environment.EnvironmentName = options.Environment;

        builder.Logging.ClearProviders();
        var settings = new Dictionary<string, string?>
        {
            ["PublicUrl"] = "http://127.0.0.1:0",
            ["Storage:Provider"] = "Sqlite",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "mamconsole.db")};Pooling=False",
            ["AzureAd:Instance"] = Tenant.Instance.AbsoluteUri,
            ["AzureAd:TenantId"] = tenant.Id.ToString("D"),
            ["AzureAd:ClientId"] = tenant.ConsoleClientId.ToString("D"),
            ["AzureAd:ClientSecret"] = tenant.ConsoleClientSecret,
            ["Devices:ClientId"] = tenant.MamClientId.ToString("D"),
            ["Devices:AppIdUri"] = tenant.AppIdUri,
        };
        foreach (var (key, value) in options.Settings)
        {
            settings[key] = value;
        }

        // What this machine's environment says is not for a test.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        options.Services?.Invoke(builder.Services);
        builder.Services.AddSingleton(new EntraHttp(() => new LoopbackHosts(tenant)));
    }
}

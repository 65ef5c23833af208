using System.Security.Cryptography.X509Certificates;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MamConsole.Server.Startup;

/// <summary>What surrounds every module: limits, proxies, host names, headers, keys, health.</summary>
internal static class Hosting
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A token with many groups is 8 KB and may stand beside cookies; SyncML is limited to 2 MiB again where it is read.
            kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
            kestrel.Limits.MaxRequestBodySize = 4 * 1024 * 1024;
            // Who sends or reads slower than this after the grace is cut off. A PC on a bad line is a hundred times faster.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
            kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddProblemDetails();
        services.AddHealthChecks();
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddSecurityHeaders(builder.Environment);
        services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, configuration));
        services.PostConfigure<HostFilteringOptions>(options => AllowHosts(options, configuration));
        services.AddAntiforgery(options => ProtectForms(options.Cookie, configuration));
        AddKeys(services, configuration);

        // The one writes hundreds of lines for a sign-in, the other pages of errors for each token that somebody made up: the gate logs a
        // line itself.
        builder.Logging.AddFilter("Microsoft.Identity", LogLevel.Warning).AddFilter("Microsoft.IdentityModel", LogLevel.Critical);
        // Its line for each request repeats the query, where somebody may have put a token.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }

    public static void UseHosting(this WebApplication app)
    {
        app.Use(RequestFraming.Check);
        if (app.Configuration.GetSection("ForwardedHeaders:KnownProxies").GetChildren().Any())
        {
            app.UseForwardedHeaders();
        }

        app.UseExceptionHandler();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseDeviceEndpointMiddleware();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = OneWordAsync })
            .AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = OneWordAsync }).AllowAnonymous();
    }

    /// <summary>A load balancer learns no more than this word (docs/reference/contract.md §3).</summary>
    private static Task OneWordAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(
            report.Status switch
            {
                HealthStatus.Healthy => "ok",
                HealthStatus.Degraded => "degraded",
                _ => "unhealthy",
            }
        );
    }

    private static void TrustProxies(ForwardedHeadersOptions options, ConfigurationManager configuration)
    {
        // Not the host: the public address is configured, and a proxy that forwards what it was sent would open it to everybody.
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in configuration.GetSection("ForwardedHeaders:KnownProxies").GetChildren().Select(item => item.Value!))
        {
            if (System.Net.IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }
    }

    /// <summary>Without AllowedHosts the server answers to its public name, and to this machine's own for probes.</summary>
    private static void AllowHosts(HostFilteringOptions options, ConfigurationManager configuration)
    {
        if (string.IsNullOrEmpty(configuration["AllowedHosts"]))
        {
            options.AllowedHosts = [new Uri(configuration["PublicUrl"]!).Host, "localhost", "127.0.0.1", "[::1]"];
        }
    }

    /// <summary>Antiforgery itself refuses a Secure cookie on plain http, which only a development address has.</summary>
    private static void ProtectForms(CookieBuilder cookie, ConfigurationManager configuration)
    {
        var https = new Uri(configuration["PublicUrl"]!).Scheme == Uri.UriSchemeHttps;
        cookie.Name = https ? "__Host-MamConsole-Forms" : "MamConsole-Forms";
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.Path = "/";
    }

    private static void AddKeys(IServiceCollection services, ConfigurationManager configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("MamConsole").PersistKeysToFileSystem(KeyFolder(configuration));
        if (configuration["DataProtection:CertificatePath"] is { Length: > 0 } path)
        {
            keys.ProtectKeysWithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(path, configuration["DataProtection:CertificatePassword"])
            );
        }
    }

    /// <summary>The configured folder, or one beside the SQLite file, for this account's eyes alone.</summary>
    private static DirectoryInfo KeyFolder(ConfigurationManager configuration)
    {
        var folder = configuration["DataProtection:KeyFolder"];
        if (string.IsNullOrWhiteSpace(folder))
        {
            var database = Path.GetFullPath(
                new SqliteConnectionStringBuilder(StorageOptions.From(configuration).ConnectionString).DataSource
            );
            folder = Path.Combine(Path.GetDirectoryName(database)!, "keys");
        }

        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

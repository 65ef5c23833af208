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

/// <summary>Configures what all modules share: limits, proxies, host names, headers, keys and health checks.</summary>
internal static class Hosting
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A token with many groups has 8 KB and may be sent together with cookies; SyncML is limited to 2 MiB again where it is read.
            kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
            kestrel.Limits.MaxRequestBodySize = 4 * 1024 * 1024;
            // Connections that send or read more slowly than this after the grace period are closed. A PC on a slow connection is a hundred
            // times faster.
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

        // Microsoft.Identity writes hundreds of entries for a sign-in, Microsoft.IdentityModel pages of errors for each invalid token; the
        // token validator logs one entry itself.
        builder.Logging.AddFilter("Microsoft.Identity", LogLevel.Warning).AddFilter("Microsoft.IdentityModel", LogLevel.Critical);
        // Its entry for each request repeats the query, which may contain a token.
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

    /// <summary>A load balancer receives only this word (docs/reference/contract.md §3).</summary>
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
        // Not the host: the public address is configured, and a proxy that forwards client headers unchanged would let clients set it.
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

    /// <summary>Without AllowedHosts the server accepts its public name, and loopback names for probes.</summary>
    private static void AllowHosts(HostFilteringOptions options, ConfigurationManager configuration)
    {
        if (string.IsNullOrEmpty(configuration["AllowedHosts"]))
        {
            options.AllowedHosts = [new Uri(configuration["PublicUrl"]!).Host, "localhost", "127.0.0.1", "[::1]"];
        }
    }

    /// <summary>Antiforgery rejects a Secure cookie on plain http, which only a development address uses.</summary>
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

    /// <summary>The configured folder, or one beside the SQLite file, accessible only to this account.</summary>
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

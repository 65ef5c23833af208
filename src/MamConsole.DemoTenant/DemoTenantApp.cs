using System.Net;
using MamConsole.DemoTenant.Graph;
using MamConsole.DemoTenant.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MamConsole.DemoTenant;

/// <summary>Hosts a demo tenant in its own web server, which is reachable from this machine only.</summary>
public static class DemoTenantApp
{
    /// <summary>Builds the tenant with its endpoints without starting it. The services contain it as <see cref="Tenant"/>.</summary>
    /// <exception cref="ArgumentException">The options would make the tenant reachable from other machines.</exception>
    public static WebApplication Build(DemoTenantOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();

        // Empty arguments and sources: configuration for another program must not make this one listen on other addresses.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(DemoTenantApp).Assembly.GetName().Name }
        );
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = 64 * 1024;
                Listen(kestrel, options.Address);
            });
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();

        var tenant = new Tenant(TenantFile.Open(options), options);
        var codes = new AuthorizationCodes(options.Clock);
        builder.Services.AddSingleton(tenant);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => tenant.Address = Started(app, options.Address));
        app.Use((context, next) => Guard(tenant, context, next));
        app.UseRouting();
        MetadataEndpoints.Map(app, tenant);
        AuthorizeEndpoint.Map(app, tenant, codes);
        TokenEndpoint.Map(app, tenant, codes);
        LogoutEndpoint.Map(app, tenant);
        GraphEndpoints.Map(app, tenant);
        return app;
    }

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, Uri address)
    {
        if (address.Host != "localhost")
        {
            kestrel.Listen(IPAddress.Parse(address.Host.Trim('[', ']')), address.Port);
        }
        else if (address.Port == 0)
        {
            // The name localhost means both loopback addresses, and Kestrel cannot choose one free port on both.
            kestrel.Listen(IPAddress.Loopback, 0);
        }
        else
        {
            kestrel.ListenLocalhost(address.Port);
        }
    }

    private static Uri Started(WebApplication app, Uri requested)
    {
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return requested.Port == 0 ? bound : requested;
    }

    /// <summary>
    /// Rejects requests for a host name that is not a loopback name, so that a web page elsewhere cannot reach the tenant by pointing its
    /// own name at a loopback address (DNS rebinding).
    /// </summary>
    private static Task Guard(Tenant tenant, HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        if (host != "localhost" && !(IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        tenant.Requests.Add(context.Request.Path);
        if (tenant.Down)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        context.Response.Headers.Date = tenant.Clock.GetUtcNow().ToString("R");
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}

using MamConsole.Server.Access.SignIn;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Identity.Web;

namespace MamConsole.Server.Access;

/// <summary>Registers authentication: people by sign-in, scripts by API token, devices by device token.</summary>
internal static class AccessModule
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var tenant = EntraTenant.From(builder.Configuration);
        services.AddSingleton(tenant);
        services.AddSingleton(DeviceApplication.From(builder.Configuration));
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<DeviceMaintenance>();
        services.TryAddSingleton(EntraHttp.Direct);
        services.ConfigureHttpClientDefaults(client =>
            client.ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<EntraHttp>().Create())
        );

        services.AddSingleton<EntraDocuments>();
        services.AddSingleton<TokenVerifier>();
        services.AddSingleton<DeviceTokenValidator>();
        services.AddDeviceLimits(builder.Configuration);
        services.AddSingleton<ApiTokens>();
        services.AddHealthChecks().AddCheck<EntraHealth>("entra");

        AddSchemes(builder);
        services.AddAuthorization(AccessPolicies.Configure);
        services.AddCascadingAuthenticationState();
        services.AddScoped<CurrentAdministrator>();
        services.AddScoped<CircuitActivity>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitActivity>());
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
    }

    public static void UseAccess(this WebApplication app)
    {
        app.Use(CircuitOrigin.Check);
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapAccess(this WebApplication app) => AccountRoutes.Map(app);

    private static void AddSchemes(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.DefaultForbidScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
        });
        authentication.AddJwtBearer(AccessPolicies.Api, _ => { });
        services.AddOptions<JwtBearerOptions>(AccessPolicies.Api).Configure<ApiTokens>(ApiTokens.Configure);

        // Token acquisition makes the sign-in a code flow with PKCE; without it Identity.Web requests ID tokens through the browser.
        services.AddDistributedMemoryCache();
        authentication
            .AddMicrosoftIdentityWebApp(builder.Configuration.GetSection("AzureAd"))
            .EnableTokenAcquisitionToCallDownstreamApi([])
            .AddDistributedTokenCaches();

        services
            .AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme)
            .Configure<EntraTenant, EntraDocuments, EntraHttp, TimeProvider>(EntraSignIn.Configure);
        services
            .AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<TimeProvider>(ConsoleSession.Configure);
    }
}

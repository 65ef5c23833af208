using MamConsole.Server.Access.Tokens;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.Server.Access.SignIn;

/// <summary>
/// Configures Microsoft.Identity.Web's OpenID Connect sign-in beyond its own settings. Applied after them, because it overwrites the
/// options with its own (docs/reference/stack.md §2).
/// </summary>
internal static partial class EntraSignIn
{
    public static void Configure(
        OpenIdConnectOptions options,
        EntraTenant tenant,
        EntraDocuments documents,
        EntraHttp http,
        TimeProvider clock
    )
    {
        options.BackchannelHttpHandler = http.Create();
        options.ConfigurationManager = documents.V2;
        options.RefreshOnIssuerKeyNotFound = true;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;

        // Correlation and nonce last as long as a person may take to enter the credentials.
        options.ProtocolValidator.NonceLifetime = TimeSpan.FromMinutes(15);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);

        // Setting MapInboundClaims on the options has no effect: Identity.Web has already set its own token handler.
        if (options.TokenHandler is JsonWebTokenHandler handler)
        {
            handler.MapInboundClaims = false;
        }

        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.RoleClaimType = "roles";
        options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        options.TokenValidationParameters.TryAllIssuerSigningKeys = false;

        // Replaces the library's issuer validator, which accepts any tenant of a cloud for some settings: exactly one issuer is valid.
        options.TokenValidationParameters.IssuerValidator = (issuer, token, _) =>
            Issuer(issuer, token, documents.V2.Current?.Issuer, tenant);

        var events = options.Events;
        var validated = events.OnTokenValidated;
        events.OnTokenValidated = async context =>
        {
            await validated(context);
            if (context.Principal is { } principal)
            {
                ConsoleSession.Start(principal, clock.GetUtcNow());
            }
        };

        var redirecting = events.OnRedirectToIdentityProvider;
        events.OnRedirectToIdentityProvider = async context =>
        {
            if (IsNavigation(context.Request))
            {
                await redirecting(context);
                return;
            }

            // A script cannot use a sign-in page; the page that runs the script reloads on a 401.
            context.HandleResponse();
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        };

        var failed = events.OnRemoteFailure;
        events.OnRemoteFailure = async context =>
        {
            await failed(context);
            if (context.Result is null)
            {
                var logger = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EntraSignIn));
                Log.Failed(logger, context.HttpContext.TraceIdentifier, context.Failure);
                context.HandleResponse();
                context.Response.Redirect($"/sign-in-failed?trace={Uri.EscapeDataString(context.HttpContext.TraceIdentifier)}");
            }
        };
    }

    private static bool IsNavigation(HttpRequest request) =>
        !request.Path.StartsWithSegments("/_blazor")
        && !request.Path.StartsWithSegments("/api")
        && !request.Path.StartsWithSegments("/mam")
        && (!request.Headers.TryGetValue("Sec-Fetch-Mode", out var mode) || mode == "navigate");

    private static string Issuer(string issuer, SecurityToken token, string? expected, EntraTenant tenant) =>
        issuer == expected
        && token is JsonWebToken json
        && json.TryGetPayloadValue("tid", out string tid)
        && TokenVerifier.IsId(tid, out var id)
        && id == tenant.TenantId
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The ID token was not issued by this tenant.") { InvalidIssuer = issuer };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sign-in failed (trace {Trace})")]
        public static partial void Failed(ILogger logger, string trace, Exception? failure);
    }
}

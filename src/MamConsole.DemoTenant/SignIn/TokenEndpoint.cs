using MamConsole.DemoTenant.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MamConsole.DemoTenant.SignIn;

/// <summary>
/// The token endpoint (RFC 6749 §3.2). The console sends a code or a refresh token, scripts and devices send a password, and unattended
/// scripts send the secret of the console. <c>token_version=1.0</c> requests the v1.0 form, <c>device_id</c> a device claim.
/// </summary>
internal static class TokenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, Tenant tenant, AuthorizationCodes codes) =>
        routes.MapPost(
            $"/{tenant.Id:D}/oauth2/v2.0/token",
            async (HttpContext context) =>
            {
                if (!context.Request.HasFormContentType)
                {
                    return Reject("invalid_request", "The token endpoint requires a form.");
                }

                var form = await context.Request.ReadFormAsync(context.RequestAborted);
                return form["grant_type"].ToString() switch
                {
                    "authorization_code" => Code(tenant, codes, form),
                    "refresh_token" => Refresh(tenant, codes, form),
                    "password" => Password(tenant, form),
                    "client_credentials" => ClientCredentials(tenant, form),
                    _ => Reject(
                        "unsupported_grant_type",
                        "The grant type must be authorization_code, refresh_token, password or client_credentials."
                    ),
                };
            }
        );

    private static IResult Code(Tenant tenant, AuthorizationCodes codes, IFormCollection form)
    {
        if (!IsConsole(tenant, form))
        {
            return BadClient();
        }

        var signedIn = codes.Redeem(
            form["code"].ToString(),
            tenant.ConsoleClientId,
            form["redirect_uri"].ToString(),
            form["code_verifier"].ToString()
        );
        return signedIn is null
            ? Reject("invalid_grant", "The code is unknown, used, expired or not for this verifier.")
            : Session(tenant, codes, signedIn);
    }

    private static IResult Refresh(Tenant tenant, AuthorizationCodes codes, IFormCollection form)
    {
        if (!IsConsole(tenant, form))
        {
            return BadClient();
        }

        var signedIn = codes.Refresh(form["refresh_token"].ToString(), tenant.ConsoleClientId);
        return signedIn is null
            ? Reject("invalid_grant", "The refresh token is unknown.")
            : Session(tenant, codes, signedIn with { Nonce = null });
    }

    private static IResult Password(Tenant tenant, IFormCollection form)
    {
        var user = tenant.Find(form["username"].ToString());
        if (user is null || !AuthorizeEndpoint.Matches(user.Password, form["password"].ToString()))
        {
            return Reject("invalid_grant", "The user name or the password is incorrect.");
        }

        if (Version(form) is not { } version)
        {
            return Reject("invalid_request", "token_version must be 1.0 or 2.0.");
        }

        var deviceId = Guid.TryParse(form["device_id"].ToString(), out var id) ? id : (Guid?)null;
        return Resource(tenant, form) switch
        {
            Audience.Console => Token(tenant.IssueApiToken(user, version), "access_as_user"),
            Audience.Mam => Token(tenant.IssueDeviceToken(user, version, deviceId), "mdm_delegation"),
            _ => UnknownScope(tenant),
        };
    }

    private static IResult ClientCredentials(Tenant tenant, IFormCollection form)
    {
        if (!IsConsole(tenant, form))
        {
            return BadClient();
        }

        if (Version(form) is not { } version)
        {
            return Reject("invalid_request", "token_version must be 1.0 or 2.0.");
        }

        return Resource(tenant, form) switch
        {
            Audience.Console => Token(tenant.IssueAppToken(["Auditor"], version), ".default"),
            Audience.Graph => Token(tenant.IssueGraphAppToken(), ".default"),
            _ => UnknownScope(tenant),
        };
    }

    private static IResult Session(Tenant tenant, AuthorizationCodes codes, SignedIn signedIn) =>
        Results.Json(
            new
            {
                token_type = "Bearer",
                scope = "openid profile offline_access User.Read",
                expires_in = (int)TokenMint.Lifetime.TotalSeconds,
                ext_expires_in = (int)TokenMint.Lifetime.TotalSeconds,
                access_token = tenant.IssueGraphToken(signedIn.User),
                refresh_token = codes.IssueRefreshToken(signedIn),
                id_token = tenant.IssueIdToken(signedIn.User, tenant.ConsoleClientId, signedIn.Nonce),
                client_info = ClientInfo.For(tenant, signedIn.User),
            }
        );

    private static IResult Token(string token, string scope) =>
        Results.Json(
            new
            {
                token_type = "Bearer",
                scope,
                expires_in = (int)TokenMint.Lifetime.TotalSeconds,
                access_token = token,
            }
        );

    private static bool IsConsole(Tenant tenant, IFormCollection form) =>
        form["client_id"] == tenant.ConsoleClientId.ToString("D")
        && AuthorizeEndpoint.Matches(tenant.ConsoleClientSecret, form["client_secret"].ToString());

    private static TokenVersion? Version(IFormCollection form) =>
        form["token_version"].ToString() switch
        {
            "1.0" => TokenVersion.V1,
            "" or "2.0" => TokenVersion.V2,
            _ => null,
        };

    private enum Audience
    {
        Unknown,
        Console,
        Mam,
        Graph,
    }

    /// <summary>Returns the application of the first scope that names a resource: the part before the last slash.</summary>
    private static Audience Resource(Tenant tenant, IFormCollection form)
    {
        foreach (var scope in form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (scope.LastIndexOf('/') is var slash and > 0)
            {
                var resource = scope[..slash].TrimEnd('/');
                var console = tenant.ConsoleClientId.ToString("D");
                var mam = tenant.MamClientId.ToString("D");
                return resource == console || resource == $"api://{console}" ? Audience.Console
                    : resource == Tenant.GraphAddress.AbsoluteUri ? Audience.Graph
                    : resource == mam || resource == $"api://{mam}" || resource == tenant.AppIdUri.TrimEnd('/') ? Audience.Mam
                    : Audience.Unknown;
            }
        }

        return Audience.Unknown;
    }

    private static IResult UnknownScope(Tenant tenant) =>
        Reject(
            "invalid_scope",
            $"The scope must be api://{tenant.ConsoleClientId:D}/.default for the console's API or {tenant.AppIdUri.TrimEnd('/')}/.default "
                + "for a device."
        );

    private static IResult BadClient() =>
        Results.Json(
            new { error = "invalid_client", error_description = "The client id or the secret is incorrect." },
            statusCode: StatusCodes.Status401Unauthorized
        );

    private static IResult Reject(string error, string reason) =>
        Results.Json(new { error, error_description = reason }, statusCode: StatusCodes.Status400BadRequest);
}

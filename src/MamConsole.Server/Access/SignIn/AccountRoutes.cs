using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MamConsole.Server.Access.SignIn;

/// <summary>
/// The addresses that Microsoft.Identity.Web.UI uses and to which its consent handler redirects (docs/reference/stack.md §3,
/// docs/reference/contract.md §3).
/// </summary>
internal static class AccountRoutes
{
    public const string SignedOutPage = "/MicrosoftIdentity/Account/SignedOut";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/MicrosoftIdentity/Account").AllowAnonymous();
        account.MapGet("/SignIn/{scheme?}", SignIn);
        account.MapGet("/Challenge/{scheme?}", Challenge);
        account.MapGet("/SignOut/{scheme?}", SignOutByLink);
        account.MapPost("/SignOut/{scheme?}", SignOutByFormAsync);
    }

    private static ChallengeHttpResult SignIn(HttpRequest request, string? redirectUri, string? loginHint, string? domainHint) =>
        Send(Properties(request, redirectUri, loginHint, domainHint));

    private static ChallengeHttpResult Challenge(
        HttpRequest request,
        string? redirectUri,
        string? scope,
        string? loginHint,
        string? domainHint,
        string? claims
    )
    {
        var properties = Properties(request, redirectUri, loginHint, domainHint);
        if (!string.IsNullOrEmpty(claims))
        {
            properties.Items["claims"] = claims;
        }

        if (!string.IsNullOrEmpty(scope))
        {
            properties.Scope = [.. scope.Split(' ', StringSplitOptions.RemoveEmptyEntries), "openid", "offline_access", "profile"];
        }

        return Send(properties);
    }

    /// <summary>
    /// Supports links to the former address. Another site must not be able to sign people out, so the origin that the browser reports is
    /// checked.
    /// </summary>
    private static IResult SignOutByLink(HttpRequest request) =>
        !request.Headers.TryGetValue("Sec-Fetch-Site", out var site) || site == "same-origin" || site == "none"
            ? SignOut()
            : TypedResults.LocalRedirect("/");

    private static async Task<IResult> SignOutByFormAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await SignOut().ExecuteAsync(context);
        return new ContinueResult();
    }

    private static SignOutHttpResult SignOut() =>
        TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = SignedOutPage },
            [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]
        );

    private static ChallengeHttpResult Send(AuthenticationProperties properties) =>
        TypedResults.Challenge(properties, [OpenIdConnectDefaults.AuthenticationScheme]);

    private static OpenIdConnectChallengeProperties Properties(
        HttpRequest request,
        string? redirectUri,
        string? loginHint,
        string? domainHint
    )
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = LocalAddress.From(redirectUri, request) };
        if (!string.IsNullOrEmpty(loginHint))
        {
            properties.Parameters["login_hint"] = loginHint;
        }

        if (!string.IsNullOrEmpty(domainHint))
        {
            properties.Parameters["domain_hint"] = domainHint;
        }

        return properties;
    }

    /// <summary>
    /// Continues to the authority's sign-out by a refresh instead of a redirect: browsers apply the page's form-action, which contains only
    /// this origin, to the redirects of a form, and the authority's address is available only from its metadata.
    /// </summary>
    private sealed class ContinueResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var target = httpContext.Response.Headers.Location.ToString();
            httpContext.Response.Headers.Location = default;
            httpContext.Response.Headers["Refresh"] = $"0;url={target}";
            httpContext.Response.StatusCode = StatusCodes.Status200OK;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(
                $"""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Signing out</title></head>
                <body><main><h1>Signing out</h1><p><a href="{HtmlEncoder.Default.Encode(target)}">Continue</a></p></main></body></html>
                """,
                httpContext.RequestAborted
            );
        }
    }
}

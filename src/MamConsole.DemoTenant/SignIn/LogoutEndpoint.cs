using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace MamConsole.DemoTenant.SignIn;

/// <summary>Redirects the browser after a sign-out. The tenant has no sign-in sessions, so there is nothing to end.</summary>
internal static class LogoutEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, Tenant tenant) =>
        routes.MapMethods(
            $"/{tenant.Id:D}/oauth2/v2.0/logout",
            [HttpMethods.Get, HttpMethods.Post],
            (HttpContext context) =>
            {
                var redirect = context.Request.Query["post_logout_redirect_uri"].ToString();
                if (!tenant.Trusts(redirect, "/signout-callback-oidc"))
                {
                    return SignInPage.SignedOut(context);
                }

                var state = context.Request.Query["state"].ToString();
                return Results.Redirect(state.Length == 0 ? redirect : QueryHelpers.AddQueryString(redirect, "state", state));
            }
        );
}

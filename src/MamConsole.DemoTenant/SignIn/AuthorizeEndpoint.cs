using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace MamConsole.DemoTenant.SignIn;

/// <summary>The sign-in page of the authorization code flow with PKCE (RFC 6749 §4.1, RFC 7636).</summary>
internal static class AuthorizeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, Tenant tenant, AuthorizationCodes codes)
    {
        routes.MapGet(
            $"/{tenant.Id:D}/oauth2/v2.0/authorize",
            (HttpContext context) =>
                Read(
                    context,
                    tenant,
                    request =>
                        request.Prompt == "none"
                            ? Answer(
                                context,
                                request,
                                [new("error", "login_required"), new("error_description", "The demo tenant has no sign-in sessions.")]
                            )
                            : SignInPage.Show(context, tenant, request, request.LoginHint, failed: false)
                )
        );

        routes.MapPost(
            $"/{tenant.Id:D}/oauth2/v2.0/authorize",
            async (HttpContext context) =>
            {
                var form = await context.Request.ReadFormAsync(context.RequestAborted);
                return Read(context, tenant, request => SignIn(context, tenant, codes, request, form));
            }
        );
        SignInPage.MapAssets(routes);
    }

    private static IResult SignIn(
        HttpContext context,
        Tenant tenant,
        AuthorizationCodes codes,
        AuthorizeRequest request,
        IFormCollection form
    )
    {
        var userName = form["username"].ToString().Trim();
        if (tenant.Find(userName) is not { } user || !Matches(user.Password, form["password"].ToString().Trim()))
        {
            return SignInPage.Show(context, tenant, request, userName, failed: true);
        }

        var code = codes.Issue(
            new SignedIn(user, tenant.ConsoleClientId, request.Scope, request.Nonce),
            request.RedirectUri,
            request.Challenge
        );
        List<KeyValuePair<string, string?>> answer = [new("code", code), new("session_state", Guid.NewGuid().ToString("D"))];
        if (request.RequestsClientInfo)
        {
            answer.Add(new("client_info", ClientInfo.For(tenant, user)));
        }

        return Answer(context, request, answer);
    }

    internal static bool Matches(string password, string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(typed));

    private static IResult Read(HttpContext context, Tenant tenant, Func<AuthorizeRequest, IResult> proceed)
    {
        var query = context.Request.Query;
        var redirect = query["redirect_uri"].ToString();

        // With an invalid application or address, redirecting could send the code to an attacker (RFC 6749 §4.1.2.1).
        if (query["client_id"] != tenant.ConsoleClientId.ToString("D"))
        {
            return SignInPage.Reject(context, "The application that requested this sign-in is not registered in the demo tenant.");
        }

        if (!tenant.Trusts(redirect, "/signin-oidc"))
        {
            return SignInPage.Reject(context, $"The redirect address is not registered: {redirect}");
        }

        var request = new AuthorizeRequest
        {
            RedirectUri = redirect,
            State = query["state"],
            FormPost = query["response_mode"] == "form_post",
            Scope = query["scope"].ToString(),
            Nonce = query["nonce"],
            Challenge = query["code_challenge"].ToString(),
            LoginHint = query["login_hint"],
            Prompt = query["prompt"],
            RequestsClientInfo = query["client_info"] == "1",
        };

        return query["response_type"] != "code" || query["code_challenge_method"] != "S256" || request.Challenge.Length < 43
            ? Answer(
                context,
                request,
                [
                    new("error", "invalid_request"),
                    new("error_description", "The demo tenant requires response_type=code with an S256 code_challenge."),
                ]
            )
            : proceed(request);
    }

    private static IResult Answer(HttpContext context, AuthorizeRequest request, List<KeyValuePair<string, string?>> answer)
    {
        if (request.State is not null)
        {
            answer.Add(new("state", request.State));
        }

        return request.FormPost
            ? SignInPage.Continue(context, request.RedirectUri, answer)
            : Results.Redirect(QueryHelpers.AddQueryString(request.RedirectUri, answer));
    }
}

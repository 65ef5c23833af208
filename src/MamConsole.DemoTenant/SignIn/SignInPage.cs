using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MamConsole.DemoTenant.SignIn;

/// <summary>The pages of the sign-in: credentials, continue, rejected. They are plain HTML and work without scripts.</summary>
internal static class SignInPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    public static void MapAssets(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/sign-in.css", () => Asset("sign-in.css", "text/css"));
        routes.MapGet("/assets/continue.js", () => Asset("continue.js", "text/javascript"));
        routes.MapGet("/favicon.ico", () => Results.NoContent());
    }

    /// <summary>The page with user name and password and a list of the accounts.</summary>
    public static IResult Show(HttpContext context, Tenant tenant, AuthorizeRequest request, string? userName, bool failed)
    {
        var accounts = string.Concat(
            tenant.Staff.Select(user =>
                $"""<tr><th scope="row">{Text(user.DisplayName)}</th><td>{Text(user.UserName)}</td><td>{Text(user.Roles.Count == 0 ? "no role" : string.Join(", ", user.Roles))}</td></tr>"""
            )
        );
        var options = string.Concat(tenant.Staff.Select(user => $"""<option value="{Text(user.UserName)}">"""));
        var rejected = failed
            ? """<p class="error" role="alert" id="refused">The user name or the password is incorrect. The demo prints both when it starts.</p>"""
            : "";
        var describedBy = failed ? """ aria-invalid="true" aria-describedby="refused" """ : "";
        return Page(
            context,
            StatusCodes.Status200OK,
            "Sign in to the demo tenant",
            Origin(request.RedirectUri),
            $"""
            <p>Northwind is an invented organization. This page replaces the sign-in page of Microsoft Entra.</p>
            {rejected}
            <form method="post">
              <label for="username">User name</label>
              <input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required list="accounts" value="{Text(
                userName
            )}"{describedBy}{(userName is null ? " autofocus" : "")}>
              <datalist id="accounts">{options}</datalist>
              <label for="password">Password</label>
              <input id="password" name="password" type="password" autocomplete="current-password" required{describedBy}{(
                userName is null ? "" : " autofocus"
            )}>
              <button type="submit">Sign in</button>
            </form>
            <h2>Accounts</h2>
            <p>Passwords are printed in the terminal that started the demo.</p>
            <table><thead><tr><th scope="col">Person</th><th scope="col">User name</th><th scope="col">Roles in the console</th></tr></thead><tbody>{accounts}</tbody></table>
            """
        );
    }

    /// <summary>The form that posts the response to the application; where scripts run, a script submits it.</summary>
    public static IResult Continue(HttpContext context, string redirectUri, IEnumerable<KeyValuePair<string, string?>> answer)
    {
        var fields = string.Concat(
            answer.Select(field => $"""<input type="hidden" name="{Text(field.Key)}" value="{Text(field.Value)}">""")
        );
        return Page(
            context,
            StatusCodes.Status200OK,
            "Signing you in",
            Origin(redirectUri),
            $"""
            <form method="post" action="{Text(redirectUri)}">{fields}<button type="submit">Continue to MamConsole</button></form>
            <script src="/assets/continue.js"></script>
            """
        );
    }

    /// <summary>The page after a sign-out.</summary>
    public static IResult SignedOut(HttpContext context) =>
        Page(context, StatusCodes.Status200OK, "You are signed out", null, "<p>You can close this page.</p>");

    /// <summary>The page for a request that must not be answered with a redirect.</summary>
    public static IResult Reject(HttpContext context, string reason) =>
        Page(context, StatusCodes.Status400BadRequest, "This sign-in cannot continue", null, $"<p>{Text(reason)}</p>");

    private static IResult Page(HttpContext context, int status, string title, string? formTarget, string body)
    {
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self' {formTarget}; base-uri "
            + "'none'; frame-ancestors 'none'";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Text(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Text(title)}</title>
              <link rel="stylesheet" href="/assets/sign-in.css">
            </head>
            <body><main><h1>{Text(title)}</h1>
            {body}
            </main></body>
            </html>
            """,
            "text/html",
            Encoding.UTF8,
            status
        );
    }

    private static IResult Asset(string name, string type)
    {
        var stream =
            typeof(SignInPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no resource {name}.");
        return Results.Stream(stream, type);
    }

    private static string Origin(string address) => new Uri(address).GetLeftPart(UriPartial.Authority);

    private static string Text(string? value) => Encoder.Encode(value ?? "");
}

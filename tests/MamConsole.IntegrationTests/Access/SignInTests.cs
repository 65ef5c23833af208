using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.IntegrationTests.Access;

/// <summary>Signing in and out over real HTTP, through the library that communicates with Entra.</summary>
public sealed class SignInTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task SignIn_ReturnsToTheRequestedPage()
    {
        var page = await Server.CreateBrowser().SignInAsync(Server.Tenant.WithRoles("Author", "Publisher"), "/?from=link");

        Assert.Equal((HttpStatusCode.OK, new Uri(Server.Url, "/?from=link")), (page.Status, page.Address));
        Assert.Contains("Maja Lindqvist", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithoutARoleShowsTheContact()
    {
        var page = await Server.CreateBrowser().SignInAsync(Server.Tenant.WithRoles());

        Assert.Equal("/no-role", page.Address.AbsolutePath);
        Assert.Contains("Pia Lehto", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithAWrongPasswordStaysOnTheTenantPage()
    {
        var browser = Server.CreateBrowser();
        var form = await browser.OpenAsync("/");
        var again = await browser.SubmitAsync(form, ("username", Server.Tenant.Staff[0].UserName), ("password", "wrong"));

        Assert.Contains("is incorrect", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var browser = Server.CreateBrowser();
        var page = await browser.SignInAsync(Server.Tenant.WithRoles("Owner"));
        var signOut = await browser.SubmitToAsync(page, "MicrosoftIdentity/Account/SignOut");
        Assert.Contains("Signing out", signOut.Html, StringComparison.Ordinal);

        var after = await browser.OpenAsync("/");
        Assert.Equal(Server.Tenant.Address.Authority, after.Address.Authority);
    }

    [Fact]
    public async Task SignOut_IgnoresFormsAndLinksOfAnotherSite()
    {
        var browser = Server.CreateBrowser();
        await browser.SignInAsync(Server.Tenant.WithRoles("Owner"));
        using var form = new FormUrlEncodedContent([]);
        using var answer = await browser.Client.PostAsync(new Uri("/MicrosoftIdentity/Account/SignOut", UriKind.Relative), form, Cancel);
        using var link = new HttpRequestMessage(HttpMethod.Get, "/MicrosoftIdentity/Account/SignOut");
        link.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var linked = await browser.Client.SendAsync(link, Cancel);

        Assert.Equal((HttpStatusCode.BadRequest, "/"), (answer.StatusCode, linked.Headers.Location?.OriginalString));
        Assert.Equal(Server.Url.Authority, (await browser.OpenAsync("/")).Address.Authority);
    }

    [Theory]
    [InlineData("/devices", "/devices")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    public async Task SignIn_RedirectsOnlyWithinTheConsole(string requested, string landed)
    {
        var browser = Server.CreateBrowser();
        var page = await browser.SignInAsync(
            Server.Tenant.WithRoles("Owner"),
            $"/MicrosoftIdentity/Account/SignIn?redirectUri={Uri.EscapeDataString(requested)}"
        );

        Assert.Equal((Server.Url.Authority, landed), (page.Address.Authority, page.Address.AbsolutePath));
    }

    [Fact]
    public async Task SignIn_RequestsAnAuthorizationCodeWithPkce()
    {
        using var client = Server.CreateClient();
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        var query = answer.Headers.Location!.Query;

        Assert.Contains("response_type=code&", query, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionCookie_IsBoundToTheHost()
    {
        var cookies = await SessionCookieAsync();

        Assert.StartsWith("__Host-MamConsole=", cookies, StringComparison.Ordinal);
        Assert.Contains("; path=/; secure; samesite=lax; httponly", cookies, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookies, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ConsoleSession_EndsAfterThirtyIdleMinutesAndAfterEightHours()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await TestServer.StartAsync(
            new TestServerOptions { Services = services => services.AddSingleton<TimeProvider>(clock) }
        );
        var browser = server.CreateBrowser();
        await browser.SignInAsync(server.Tenant.WithRoles("Owner"));

        clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(server.Tenant.Address.Authority, (await browser.OpenAsync("/")).Address.Authority);

        clock.SetUtcNow(clock.GetUtcNow().AddMinutes(1));
        await browser.SignInAsync(server.Tenant.WithRoles("Owner"));
        for (var thirds = 1; thirds < 8 * 3; thirds++)
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(server.Url.Authority, (await browser.OpenAsync("/")).Address.Authority);
        }

        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(server.Tenant.Address.Authority, (await browser.OpenAsync("/")).Address.Authority);
    }

    [Fact]
    public async Task SignIn_AnswersScriptRequestsWithUnauthorizedInsteadOfARedirect()
    {
        using var client = Server.CreateClient();
        using var hub = await client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, Cancel);
        using var api = await client.GetAsync(new Uri("/api/v1/anything", UriKind.Relative), Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (hub.StatusCode, api.StatusCode));
    }

    [Fact]
    public async Task Circuit_IsRejectedFromAForeignOrigin()
    {
        var browser = Server.CreateBrowser();
        await browser.SignInAsync(Server.Tenant.WithRoles("Owner"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(browser.Client, "https://evil.example"));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(browser.Client, Server.Url.GetLeftPart(UriPartial.Authority)));
    }

    [Fact]
    public async Task Page_RedirectsToTheSignInWithABearerToken()
    {
        using var client = Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Server.Tenant.IssueDeviceToken(Server.Tenant.People[0])
        );
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_FailsWithAForgedAuthorizationCode()
    {
        var browser = Server.CreateBrowser();
        var form = await browser.OpenAsync("/");
        var user = Server.Tenant.WithRoles("Owner");
        var answer = await browser.SubmitAsync(form, ("username", user.UserName), ("password", user.Password));
        var forged = answer with
        {
            Html = answer.Html.Replace("name=\"code\" value=\"", "name=\"code\" value=\"x", StringComparison.Ordinal),
        };
        var landed = await browser.SubmitAsync(forged);

        Assert.Equal("/sign-in-failed", landed.Address.AbsolutePath);
        Assert.Equal(Server.Tenant.Address.Authority, (await browser.OpenAsync("/")).Address.Authority);
    }

    private static async Task<HttpStatusCode> NegotiateAsync(HttpClient client, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private async Task<string> SessionCookieAsync()
    {
        var browser = Server.CreateBrowser();
        var form = await browser.OpenAsync("/");
        var user = Server.Tenant.WithRoles("Owner");
        var answer = await browser.SubmitAsync(form, ("username", user.UserName), ("password", user.Password));
        var fields = System
            .Text.RegularExpressions.Regex.Matches(answer.Html, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
            .Select(field =>
                KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value))
            );
        using var content = new FormUrlEncodedContent(fields);
        using var response = await browser.Client.PostAsync(new Uri("/signin-oidc", UriKind.Relative), content, Cancel);
        return response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-MamConsole=", StringComparison.Ordinal));
    }
}

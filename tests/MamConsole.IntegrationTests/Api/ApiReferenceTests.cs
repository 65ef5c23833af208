using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The page at /scalar that shows the API description.</summary>
public sealed partial class ApiReferenceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApiReference_LoadsOnlyLocalFilesUnderItsContentSecurityPolicy()
    {
        var browser = fixture.Server.CreateBrowser();
        await browser.SignInAsync(fixture.Server.Tenant.WithRoles("Auditor"));

        using var page = await browser.Client.GetAsync("/scalar/", Cancel);
        var html = await page.Content.ReadAsStringAsync(Cancel);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", policy, StringComparison.Ordinal);
        // A nonce may contain a plus sign, which is escaped in the page.
        var nonces = Nonce().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToArray();
        Assert.Equal(Script().Count(html), nonces.Length);
        Assert.Contains($"script-src 'self' 'nonce-{Assert.Single(nonces.Distinct())}'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        var script = await browser.Client.GetAsync("/scalar/scalar.js", Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (script.StatusCode, script.Content.Headers.ContentType?.MediaType));
        var document = JsonNode.Parse(await browser.Client.GetStringAsync("/scalar/document/v1.json", Cancel))!;
        Assert.Equal("ListPolicies", (string?)document["paths"]!["/api/v1/policies"]!["get"]!["operationId"]);
    }

    [Fact]
    public async Task ApiReference_RequiresASignedInPerson()
    {
        using var client = fixture.Server.CreateClient();

        foreach (var path in new[] { "/scalar/", "/scalar/document/v1.json" })
        {
            using var answer = await client.GetAsync(path, Cancel);
            Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task ContentSecurityPolicy_OfOtherAddressesContainsNoNonce()
    {
        using var client = fixture.Server.CreateClient();
        using var answer = await client.GetAsync("/health/live", Cancel);

        Assert.DoesNotContain("nonce", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiReference_IsNotMappedOutsideDevelopment()
    {
        await using var server = await TestServer.StartAsync(
            new TestServerOptions
            {
                Environment = Environments.Production,
                Settings = new Dictionary<string, string?> { ["PublicUrl"] = "https://mam.contoso.example" },
            }
        );
        var endpoints = server.Endpoints.Where(endpoint =>
            endpoint.RoutePattern.RawText?.Contains("scalar", StringComparison.Ordinal) == true
        );

        Assert.Empty(endpoints);
    }

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script")]
    private static partial Regex Script();
}

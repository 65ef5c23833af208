using System.Net;
using System.Net.Http.Headers;
using MamConsole.DemoTenant.Tokens;

namespace MamConsole.IntegrationTests.Access;

/// <summary>Which tokens the API accepts (docs/reference/contract.md §3).</summary>
public sealed class ApiTokenTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    private static readonly Dictionary<string, (HttpStatusCode Status, Func<TestServer, string?> Token)> Calls = new()
    {
        ["nobody"] = (HttpStatusCode.Unauthorized, _ => null),
        ["nonsense"] = (HttpStatusCode.Unauthorized, _ => "nonsense"),
        ["an owner, v2"] = (HttpStatusCode.OK, s => s.Tenant.IssueApiToken(s.Tenant.WithRoles("Owner"))),
        ["an owner, v1"] = (HttpStatusCode.OK, s => s.Tenant.IssueApiToken(s.Tenant.WithRoles("Owner"), TokenVersion.V1)),
        ["the help desk"] = (HttpStatusCode.OK, s => s.Tenant.IssueApiToken(s.Tenant.WithRoles("HelpDesk"))),
        ["somebody without a role"] = (HttpStatusCode.Forbidden, s => s.Tenant.IssueApiToken(s.Tenant.WithRoles())),
        ["somebody with an unknown role"] = (
            HttpStatusCode.Forbidden,
            s => Api(s, claims => claims["roles"] = new System.Text.Json.Nodes.JsonArray("owner"))
        ),
        ["another scope"] = (HttpStatusCode.Forbidden, s => Api(s, claims => claims["scp"] = "access_as_user_too")),
        ["a program"] = (HttpStatusCode.OK, s => s.Tenant.IssueAppToken(["Auditor"])),
        ["a program without a role"] = (HttpStatusCode.Forbidden, s => s.Tenant.IssueAppToken([])),
        ["an ID token of the console"] = (
            HttpStatusCode.Unauthorized,
            s => s.Tenant.IssueIdToken(s.Tenant.WithRoles("Owner"), s.Tenant.ConsoleClientId, "nonce")
        ),
        ["an ID token without a nonce"] = (
            HttpStatusCode.Unauthorized,
            s => s.Tenant.IssueIdToken(s.Tenant.WithRoles("Owner"), s.Tenant.ConsoleClientId)
        ),
        ["a device's token"] = (HttpStatusCode.Unauthorized, s => s.Tenant.IssueDeviceToken(s.Tenant.WithRoles("Owner"))),
        ["a device's token with roles and scope"] = (
            HttpStatusCode.Unauthorized,
            s =>
                s.Tenant.IssueDeviceToken(
                    s.Tenant.WithRoles("Owner"),
                    faults: new TokenFaults
                    {
                        Claims = claims =>
                        {
                            claims["scp"] = "access_as_user";
                            claims["roles"] = new System.Text.Json.Nodes.JsonArray("Owner");
                        },
                    }
                )
        ),
        ["the v1 audience in a v2 token"] = (
            HttpStatusCode.Unauthorized,
            s => Api(s, claims => claims["aud"] = $"api://{s.Tenant.ConsoleClientId:D}")
        ),
        ["another tenant"] = (HttpStatusCode.Unauthorized, s => Api(s, claims => claims["tid"] = "6f1c3c0a-31a9-4d5b-8f44-0a4f6a2d9b77")),
        ["a stranger's key"] = (
            HttpStatusCode.Unauthorized,
            s => s.Tenant.IssueApiToken(s.Tenant.WithRoles("Owner"), faults: new TokenFaults { Signature = TokenSignature.AnotherKey })
        ),
    };

    public static TheoryData<string> Callers => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Api_AnswersEachKindOfTokenWithItsStatus(string caller)
    {
        var (status, token) = Calls[caller];
        using var client = Server.CreateClient();
        if (token(Server) is { } text)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        }

        using var answer = await client.GetAsync(new Uri("/api/v1/policies", UriKind.Relative), Cancel);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Unauthorized)
        {
            // The answer does not contain the reason, which is logged.
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Api_ForbidsWritesWithAnAppOnlyToken()
    {
        using var client = Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Server.Tenant.IssueAppToken(["Owner", "Author"])
        );
        using var body = new StringContent("""{ "name": "From a program" }""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/v1/policies", UriKind.Relative), body, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Api_RejectsAConsoleSession()
    {
        var browser = Server.CreateBrowser();
        await browser.SignInAsync(Server.Tenant.WithRoles("Owner"));
        using var answer = await browser.Client.GetAsync(new Uri("/api/v1/policies", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("2.0")]
    public async Task Api_AcceptsATokenFetchedByPassword(string version)
    {
        using var client = Server.CreateClient();
        var token = await Server.FetchTokenAsync(
            Server.Tenant.WithRoles("Auditor"),
            $"api://{Server.Tenant.ConsoleClientId:D}/.default",
            version
        );
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync(new Uri("/api/v1/policies", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Api_AnswersServiceUnavailableWithoutSigningKeys()
    {
        await using var server = await TestServer.StartAsync();
        server.Tenant.Down = true;
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            server.Tenant.IssueApiToken(server.Tenant.WithRoles("Owner"))
        );
        using var answer = await client.GetAsync(new Uri("/api/v1/policies", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static string Api(TestServer server, Action<TokenFields> claims) =>
        server.Tenant.IssueApiToken(server.Tenant.WithRoles("Owner"), faults: new TokenFaults { Claims = claims });
}

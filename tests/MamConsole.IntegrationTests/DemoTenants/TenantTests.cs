using System.Net;
using System.Text.Json;
using MamConsole.DemoTenant;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MamConsole.IntegrationTests.DemoTenants;

/// <summary>The demo tenant follows the rules of a real tenant and is reachable only from this machine.</summary>
public sealed class TenantTests : IAsyncLifetime
{
    private WebApplication app = null!;
    private Tenant tenant = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = DemoTenantApp.Build(new DemoTenantOptions { People = 2 });
        await app.StartAsync();
        tenant = app.Services.GetRequiredService<Tenant>();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("http://0.0.0.0:5090")]
    [InlineData("http://192.168.1.4:5090")]
    [InlineData("http://tenant.example:5090")]
    [InlineData("https://localhost:5090")]
    [InlineData("http://[::]:5090")]
    public void DemoTenant_ListensOnLoopbackOnly(string address) =>
        Assert.Throws<ArgumentException>(() => DemoTenantApp.Build(new DemoTenantOptions { Address = new Uri(address) }));

    [Fact]
    public async Task DemoTenant_RejectsAHostNameOutsideOfLoopback()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Host = "rebound.example";
        using var answer = await client.GetAsync(new Uri(tenant.Address, $"/{tenant.Id:D}/v2.0/.well-known/openid-configuration"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration", "https://sts.demo.invalid/{0}/", "discovery/keys")]
    [InlineData("/v2.0/.well-known/openid-configuration", "https://login.demo.invalid/{0}/v2.0", "discovery/v2.0/keys")]
    public async Task MetadataDocument_ContainsDemoHostsAndTheLoopbackSignInAddress(string path, string issuer, string keys)
    {
        using var client = new HttpClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri(tenant.Address, $"/{tenant.Id:D}{path}"), Cancel));
        string Of(string name) => json.RootElement.GetProperty(name).GetString()!;

        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, issuer, tenant.Id), Of("issuer"));
        Assert.Equal($"https://login.demo.invalid/{tenant.Id:D}/{keys}", Of("jwks_uri"));
        Assert.StartsWith(tenant.Address.AbsoluteUri, Of("authorization_endpoint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeviceToken_HasItsScopeAndNoRoles()
    {
        var user = tenant.WithRoles("Owner");
        var (status, json) = await TokenAsync(
            ("grant_type", "password"),
            ("username", user.UserName),
            ("password", user.Password),
            ("scope", $"{tenant.AppIdUri}/.default"),
            ("token_version", "1.0")
        );
        var token = new JsonWebToken(json.GetProperty("access_token").GetString());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            (tenant.AppIdUri, "mdm_delegation", tenant.IssuerV1),
            (token.Audiences.Single(), token.GetClaim("scp").Value, token.Issuer)
        );
        Assert.DoesNotContain(token.Claims, claim => claim.Type == "roles");
    }

    [Theory]
    [InlineData("wrong", "https://mam.northwind.example/.default", "invalid_grant")]
    [InlineData(null, "https://elsewhere.example/.default", "invalid_scope")]
    [InlineData(null, "openid", "invalid_scope")]
    public async Task TokenEndpoint_RejectsAWrongPasswordOrScope(string? password, string scope, string error)
    {
        var user = tenant.People[0];
        var (status, json) = await TokenAsync(
            ("grant_type", "password"),
            ("username", user.UserName),
            ("password", password ?? user.Password),
            ("scope", scope)
        );

        Assert.Equal((HttpStatusCode.BadRequest, error), (status, json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task TokenEndpoint_RejectsAnUnknownAuthorizationCode()
    {
        var (status, json) = await TokenAsync(
            ("grant_type", "authorization_code"),
            ("client_id", tenant.ConsoleClientId.ToString("D")),
            ("client_secret", tenant.ConsoleClientSecret),
            ("code", "made-up"),
            ("redirect_uri", "http://localhost/"),
            ("code_verifier", "x")
        );

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, json.GetProperty("error").GetString()));
    }

    [Theory]
    [InlineData("client_id=00000000-0000-0000-0000-000000000001&redirect_uri=http%3A%2F%2Flocalhost%2Fsignin-oidc")]
    [InlineData("client_id={0}&redirect_uri=https%3A%2F%2Fevil.example%2Fsignin-oidc")]
    public async Task AuthorizeEndpoint_RejectsAnUnknownClientOrRedirectAddress(string query)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var filled = string.Format(System.Globalization.CultureInfo.InvariantCulture, query, tenant.ConsoleClientId);
        using var answer = await client.GetAsync(
            new Uri(tenant.Address, $"/{tenant.Id:D}/oauth2/v2.0/authorize?response_type=code&{filled}"),
            Cancel
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task DataFolder_PreservesIdsKeysAndPasswords()
    {
        var folder = Directory.CreateTempSubdirectory("mamconsole-tenant-");
        try
        {
            await using var first = DemoTenantApp.Build(new DemoTenantOptions { People = 2, DataFolder = folder.FullName });
            await using var second = DemoTenantApp.Build(new DemoTenantOptions { People = 3, DataFolder = folder.FullName });
            var (before, after) = (first.Services.GetRequiredService<Tenant>(), second.Services.GetRequiredService<Tenant>());

            Assert.Equal(
                (before.Id, before.ConsoleClientId, before.MamClientId, before.CurrentKeyId),
                (after.Id, after.ConsoleClientId, after.MamClientId, after.CurrentKeyId)
            );
            Assert.Equal(
                before.Users.Select(user => (user.ObjectId, user.UserName, user.Password)),
                after.Users.Take(before.Users.Count()).Select(user => (user.ObjectId, user.UserName, user.Password))
            );
            Assert.Equal((2, 3), (before.People.Count, after.People.Count));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task LoopbackHosts_SendsNoRequestToOtherHosts()
    {
        using var client = new HttpClient(new LoopbackHosts(tenant));

        Assert.Contains(
            "issuer",
            await client.GetStringAsync(new Uri(Tenant.Instance, $"{tenant.Id:D}/v2.0/.well-known/openid-configuration"), Cancel),
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://example.com/"), Cancel));
    }

    private async Task<(HttpStatusCode Status, JsonElement Json)> TokenAsync(params (string Name, string Value)[] fields)
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await client.PostAsync(new Uri(tenant.Address, $"/{tenant.Id:D}/oauth2/v2.0/token"), form, Cancel);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement);
    }
}

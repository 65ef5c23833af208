using System.Net;
using MamConsole.Server.Access;
using Microsoft.Extensions.DependencyInjection;

namespace MamConsole.IntegrationTests.Access;

/// <summary>Hosting outside of the modules: health checks, headers and host names.</summary>
public sealed class HostingTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_AnswersOk(string path)
    {
        using var client = Server.CreateClient();
        Assert.Equal("ok", await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
    }

    [Fact]
    public async Task Health_IsLiveAndNotReadyWithoutEntra()
    {
        await using var server = await TestServer.StartAsync();
        server.Tenant.Down = true;
        using var client = server.CreateClient();
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel);
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        Assert.Equal("unhealthy", await ready.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/")]
    [InlineData("/sign-in-failed")]
    [InlineData("/nowhere")]
    public async Task Console_SendsSecurityHeadersWithEveryAnswer(string path)
    {
        using var client = Server.CreateClient();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task DeviceEndpoint_SendsNoContentSecurityPolicy()
    {
        using var client = Server.CreateClient();
        using var answer = await client.GetAsync(new Uri("/mam/sync", UriKind.Relative), Cancel);

        Assert.False(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Host_RejectsAnotherHostName()
    {
        using var client = Server.CreateClient();
        client.DefaultRequestHeaders.Host = "evil.example";
        using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task BlazorScript_IsServedWithoutSignIn()
    {
        using var client = Server.CreateClient();
        using var answer = await client.GetAsync(new Uri("/_framework/blazor.web.js", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public void PublicAddress_ContainsTheBoundPort() => Assert.Equal(Server.Url, Server.Services.GetRequiredService<PublicAddress>().Value);
}

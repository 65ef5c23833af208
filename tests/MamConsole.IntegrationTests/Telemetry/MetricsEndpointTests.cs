using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MamConsole.IntegrationTests.Journeys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MamConsole.IntegrationTests.Telemetry;

/// <summary><c>GET /metrics</c>: its access rules and its content.</summary>
public sealed class MetricsEndpointTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly Uri Metrics = new("/metrics", UriKind.Relative);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Metrics_ContainDeviceActivityInPrometheusFormat() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.SyncAsync(await journey.EnrolledAsync());
                using var client = new HttpClient { BaseAddress = journey.Server.Url };
                var text = "";
                await Eventually.TrueAsync(
                    "a message and a request were measured, which happens when their answers have left",
                    async () =>
                    {
                        text = await client.GetStringAsync(Metrics, Cancel);
                        return text.Contains("mamconsole_sync_message_duration_seconds_count", StringComparison.Ordinal)
                            && text.Contains("http_server_request_duration_seconds_count", StringComparison.Ordinal);
                    }
                );
                using var answer = await client.GetAsync(Metrics, Cancel);

                Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
                Assert.Contains("# TYPE mamconsole_sync_message_duration_seconds histogram", text, StringComparison.Ordinal);
                Assert.Contains("le=\"0.005\"", text, StringComparison.Ordinal);
                Assert.Contains("mamconsole_enrollment_answers_total{", text, StringComparison.Ordinal);
                Assert.Contains("http_server_request_duration_seconds", text, StringComparison.Ordinal);
                Assert.Contains("dotnet_gc_", text, StringComparison.Ordinal);
                Assert.DoesNotContain(journey.Person().UserName, text, StringComparison.OrdinalIgnoreCase);
            }
        );

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "mam.contoso.example")]
    [InlineData("x-forwarded-anything", "")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Metrics_AreNotFoundForAForwardedRequest(string header, string value)
    {
        using var client = new HttpClient { BaseAddress = fixture.Server.Url };
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, Metrics));
    }

    [Fact]
    public async Task Metrics_AreNotFoundFromAnotherMachine()
    {
        await using var server = await TestServer.StartAsync(
            new TestServerOptions { Services = services => services.AddSingleton<IStartupFilter, CallFromElsewhere>() }
        );
        using var client = new HttpClient { BaseAddress = server.Url };

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, Metrics));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, new Uri("/health/live", UriKind.Relative)));
    }

    [Fact]
    public async Task Metrics_AreNotFoundForARequestForwardedByATrustedProxy()
    {
        // The proxy's headers are applied later, and must not make a request count as a local one.
        await using var server = await TestServer.StartAsync(
            new TestServerOptions { Settings = new Dictionary<string, string?> { ["ForwardedHeaders:KnownProxies:0"] = "127.0.0.1" } }
        );
        using var client = new HttpClient { BaseAddress = server.Url };
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "127.0.0.1");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, Metrics));
    }

    [Theory]
    [InlineData("/metrics/")]
    [InlineData("/metrics/more")]
    public async Task Metrics_HaveOneAddress(string path)
    {
        using var client = new HttpClient { BaseAddress = fixture.Server.Url };

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task Metrics_AreNotFoundWithPost()
    {
        using var client = new HttpClient { BaseAddress = fixture.Server.Url };
        using var answer = await client.PostAsync(Metrics, null, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task MetricsPort_ServesOnlyMetrics()
    {
        var port = FreePort();
        await using var server = await TestServer.StartAsync(
            new TestServerOptions
            {
                Settings = new Dictionary<string, string?> { ["Telemetry:MetricsPort"] = port.ToString(CultureInfo.InvariantCulture) },
            }
        );
        using var own = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var console = new HttpClient { BaseAddress = server.Url };
        await StatusAsync(console, new Uri("/mam/nowhere", UriKind.Relative));

        Assert.Contains("mamconsole_devices_refused_total{", await own.GetStringAsync(Metrics, Cancel), StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/health/live", "/mam/enroll", "/api/v1/policies", "/openapi/v1.json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(own, new Uri(path, UriKind.Relative)));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(console, Metrics));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(address, Cancel);
        return answer.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

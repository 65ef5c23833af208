using System.Net;
using System.Net.Http.Headers;
using MamConsole.DemoTenant;
using MamConsole.DemoTenant.Tokens;
using MamConsole.IntegrationTests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>The circumstances of a token: its sender, its position in the request, the keys and the clock that validate it.</summary>
public sealed class TokenValidatorAbuseTests
{
    private const string Sqlite = "Sqlite";
    private const string Nobody = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Abuse", "T-25")]
    public async Task TokenReuse_FromTwoAddressesWithinASecondIsAnsweredAndReported()
    {
        using var log = new CapturedLog();
        await using var journey = await Journey.StartAsync(Sqlite, log.Register, ("ForwardedHeaders:KnownProxies:0", "127.0.0.1"));
        using var counted = new Counted(journey.Server.Services);
        var device = await journey.EnrolledAsync();
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

        await FromAsync("203.0.113.1", token);
        await FromAsync("203.0.113.1", token);
        Assert.Equal(0, counted.ReusedTokens);

        await FromAsync("203.0.113.2", token);
        await FromAsync("203.0.113.3", token);
        Assert.Equal(1, counted.ReusedTokens);
        Assert.Single(log.Lines, l => l.Level == LogLevel.Warning && l.Text.Contains("two addresses", StringComparison.Ordinal));

        // Addresses of one IPv6 network are one location, and a PC may change its network after two seconds.
        var other = journey.Server.Tenant.IssueDeviceToken(journey.Person());
        await FromAsync("2001:db8::1", other);
        await FromAsync("2001:db8::ffff:2", other);
        journey.Time.Advance(TimeSpan.FromSeconds(2));
        await FromAsync("2001:db8:0:1::1", other);
        Assert.Equal(1, counted.ReusedTokens);

        async Task FromAsync(string address, string with) =>
            Assert.Equal(
                200,
                (
                    await Wire.PostAsync(
                        journey.Server.Url,
                        "/mam/sync",
                        Package.One(device.Profile.DeviceId),
                        with,
                        r => r.Headers.Add("X-Forwarded-For", address)
                    )
                ).Header
            );
    }

    [Theory]
    [Trait("Abuse", "T-26")]
    [InlineData("SyncMLStatus"), InlineData("Http401")]
    public async Task Token_OutsideOfTheBearerHeaderIsNeitherReadNorLogged(string answer)
    {
        using var log = new CapturedLog();
        await using var journey = await Journey.StartAsync(Sqlite, log.Register, ("Devices:UnauthenticatedAnswer", answer));
        var device = await journey.EnrolledAsync();
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
        var basic = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("user:" + token));

        Assert.Equal(401, (await SendAsync("", r => Add(r, "Basic " + basic))).Status);
        Assert.Equal(401, (await SendAsync("", r => Add(r, "Bearer " + token, "Bearer " + token))).Status);
        Assert.Equal(401, (await SendAsync("", r => Add(r, "Bearer " + token + ", Bearer " + token))).Status);
        var inQuery = await SendAsync($"?access_token={token}&token={token}", _ => { });
        var inHeaders = await SendAsync("", r => r.Headers.Add("DeviceToken", token));

        Assert.All(
            new[] { inQuery, inHeaders },
            answer => Assert.Equal((answer, 407), (answer, answer.Status == 401 ? 407 : answer.Header))
        );
        Assert.DoesNotContain(token.Split('.')[2], log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(basic, log.All, StringComparison.Ordinal);

        Task<WireAnswer> SendAsync(string query, Action<HttpRequestMessage> change) =>
            Wire.PostAsync(journey.Server.Url, "/mam/sync" + query, Package.One(device.Profile.DeviceId), change: change);

        static void Add(HttpRequestMessage request, params string[] values) =>
            request.Headers.TryAddWithoutValidation("Authorization", values);
    }

    [Fact]
    [Trait("Abuse", "T-28")]
    public Task Token_IdentifiesThePersonByObjectIdAlone() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var (mine, theirs) = (journey.Person(), journey.Person(1));
                var dressed = journey.Server.Tenant.IssueDeviceToken(
                    theirs,
                    faults: new TokenFaults
                    {
                        Claims = c =>
                        {
                            c["upn"] = mine.UserName;
                            c["unique_name"] = mine.UserName;
                            c["preferred_username"] = mine.UserName;
                            c["name"] = mine.DisplayName;
                        },
                    }
                );

                Assert.Equal(
                    403,
                    (await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), dressed)).Status
                );
            }
        );

    [Fact]
    [Trait("Abuse", "T-29")]
    public Task DeviceToken_IsRejectedByConsoleAndApi() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var token = journey.Server.Tenant.IssueDeviceToken(
                    journey.Server.Tenant.WithRoles("Owner"),
                    faults: new TokenFaults { Claims = c => c["roles"] = new System.Text.Json.Nodes.JsonArray("Owner") }
                );
                using var client = journey.Server.CreateClient();
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

                foreach (
                    var (path, status) in new[]
                    {
                        ("/", HttpStatusCode.Redirect),
                        ("/policies", HttpStatusCode.Redirect),
                        ("/api/v1/policies", HttpStatusCode.Unauthorized),
                        ("/api/v1/audit", HttpStatusCode.Unauthorized),
                    }
                )
                {
                    using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
                    Assert.Equal((path, status), (path, response.StatusCode));
                }
            }
        );

    [Fact]
    [Trait("Abuse", "T-30")]
    public Task Sync_SucceedsAtOnceAfterAKeyRollover() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                journey.Server.Tenant.RollSigningKey();

                await journey.SyncAsync(device);

                Assert.Equal(2, journey.Server.Tenant.Requests.To("/v2.0/.well-known/openid-configuration"));
            }
        );

    [Fact]
    [Trait("Abuse", "T-32")]
    public Task Sync_AnswersServiceUnavailableWithoutKeysAndAcceptsKnownKeysForADay() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var tenant = journey.Server.Tenant;
                tenant.Down = true;
                var answer = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(Nobody),
                    tenant.IssueDeviceToken(journey.Person())
                );
                Assert.Equal((503, true, null), (answer.Status, answer.Response.Headers.RetryAfter is not null, answer.Challenge));
                var inside = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(Nobody, token: tenant.IssueDeviceToken(journey.Person()))
                );
                Assert.Equal(503, inside.Status);
                Assert.Equal("unhealthy", await ReadyAsync(journey.Server));

                tenant.Down = false;
                journey.Time.Advance(TimeSpan.FromSeconds(6));
                await ReadyAsync(journey.Server, "ok");
                var device = await journey.EnrolledAsync();
                tenant.Down = true;
                journey.Time.Advance(TimeSpan.FromHours(24));

                await journey.SyncAsync(device);
                await ReadyAsync(journey.Server, "degraded");
                await journey.SyncAsync(device);
            }
        );

    [Fact]
    [Trait("Abuse", "T-34")]
    public async Task ClockSkew_DegradesReadinessUntilTheClockIsCorrect()
    {
        var there = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var here = new WrongClock(there);
        using var log = new CapturedLog();
        await using var server = await TestServer.StartAsync(
            new TestServerOptions
            {
                Tenant = new DemoTenantOptions { People = 1, Clock = there },
                Services = services =>
                {
                    services.AddSingleton<TimeProvider>(here);
                    log.Register(services);
                },
            }
        );
        Assert.Equal("ok", await ReadyAsync(server));
        Assert.Equal(403, await CallAsync());

        // The server's clock jumps two hours ahead; the first token that seems expired starts a clock check.
        here.Ahead = TimeSpan.FromHours(2);
        there.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(401, await CallAsync());
        await ReadyAsync(server, "degraded");
        Assert.Contains(log.Lines, l => l.Level == LogLevel.Error && l.Text.Contains("minutes ahead of Entra's", StringComparison.Ordinal));

        here.Ahead = TimeSpan.Zero;
        there.Advance(TimeSpan.FromMinutes(6));
        await Eventually.TrueAsync("the tenant's Date follows its clock", TenantShowsTheTimeAsync);
        Assert.Equal(403, await CallAsync());
        await ReadyAsync(server, "ok");

        // The tenant's web host reads its clock once a second for this header.
        async Task<bool> TenantShowsTheTimeAsync()
        {
            using var http = new HttpClient();
            using var answer = await http.GetAsync(server.Tenant.Address, Cancel);
            return answer.Headers.Date is { } date && (there.GetUtcNow() - date).Duration() < TimeSpan.FromMinutes(1);
        }

        // 403: the token was accepted, and no such device is enrolled.
        async Task<int> CallAsync() =>
            (
                await Wire.PostAsync(server.Url, "/mam/sync", Package.One(Nobody), server.Tenant.IssueDeviceToken(server.Tenant.People[0]))
            ).Status;
    }

    /// <summary>
    /// A wall clock that is set wrong. The monotonic clock that measures time spans is not affected, as on a real machine.
    /// </summary>
    private sealed class WrongClock(TimeProvider right) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long TimestampFrequency => right.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + Ahead;

        public override long GetTimestamp() => right.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            right.CreateTimer(callback, state, dueTime, period);
    }

    private static async Task<string> ReadyAsync(TestServer server)
    {
        using var client = server.CreateClient();
        using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>Waits for the state, because Entra is requested in parallel to the check-in that causes the request.</summary>
    private static Task ReadyAsync(TestServer server, string word) =>
        Eventually.TrueAsync($"the server says that it is {word}", async () => await ReadyAsync(server) == word);
}

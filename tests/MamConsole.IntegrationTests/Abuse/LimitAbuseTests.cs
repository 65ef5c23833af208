using System.Globalization;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Server.Fleet;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>Limits on the number, the rate and the duration of requests from devices to one server.</summary>
public sealed class LimitAbuseTests
{
    private const string Sqlite = "Sqlite";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task DeviceRateLimit_RejectsOneDeviceWithoutAffectingOthers() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                using var counted = new Counted(journey.Server.Services);
                var (first, second) = (await journey.EnrolledAsync(), await journey.EnrolledAsync());
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                Assert.Equal(200, (await CallAsync(first.Profile.DeviceId, "1")).Status);
                var before = await journey.SnapshotAsync();
                var answer = await CallAsync(first.Profile.DeviceId, "2");
                Assert.Equal((429, TimeSpan.FromSeconds(30)), (answer.Status, answer.Response.Headers.RetryAfter!.Delta));
                Assert.Equal(before, await journey.SnapshotAsync());
                Assert.Equal(200, (await CallAsync(second.Profile.DeviceId, "1")).Status);
                Assert.Equal(1, counted.Rejected("device_rate"));

                Task<WireAnswer> CallAsync(string device, string session) =>
                    Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device, session), token);
            },
            ("Limits:CallsPerDevicePerMinute", "2")
        );

    [Fact]
    public Task AddressRateLimit_RejectsAnAddressAfterTooManyRejections() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                using var counted = new Counted(journey.Server.Services);
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                Assert.Equal(401, (await CallAsync("nonsense")).Status);
                Assert.Equal(400, (await Wire.PostAsync(journey.Server.Url, "/mam/sync", "<html/>"u8.ToArray(), token)).Status);
                Assert.Equal(500, (await Wire.PostAsync(journey.Server.Url, "/mam/enroll", "<html/>"u8.ToArray())).Status);
                var before = await journey.SnapshotAsync();

                var answer = await CallAsync(token);
                var spoofed = await CallAsync(token, "203.0.113.9");
                var enrolling = await Wire.PostAsync(journey.Server.Url, "/mam/enroll", "<html/>"u8.ToArray());

                Assert.All(
                    new[] { answer, spoofed, enrolling },
                    a => Assert.Equal((429, TimeSpan.FromMinutes(1)), (a.Status, a.Response.Headers.RetryAfter!.Delta))
                );
                Assert.Equal(before, await journey.SnapshotAsync());
                Assert.Equal((1, 2, 3), (counted.Rejected("token"), counted.Rejected("malformed"), counted.Rejected("address_rate")));
                using var client = journey.Server.CreateClient();
                Assert.Equal("ok", await client.GetStringAsync(new Uri("/health/live", UriKind.Relative), Cancel));

                Task<WireAnswer> CallAsync(string with, string? forwarded = null) =>
                    Wire.PostAsync(
                        journey.Server.Url,
                        "/mam/sync",
                        Package.One(device.Profile.DeviceId),
                        with,
                        r => r.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded ?? "198.51.100.1")
                    );
            },
            ("Limits:RefusalsPerAddressPerMinute", "3")
        );

    [Fact]
    public Task AddressRateLimit_CountsEachSenderBehindAKnownProxy() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                Assert.Equal(401, await CallAsync("203.0.113.1"));
                Assert.Equal(429, await CallAsync("203.0.113.1"));
                Assert.Equal(401, await CallAsync("203.0.113.2"));
                Assert.Equal(401, await CallAsync("2001:db8::1"));
                Assert.Equal(429, await CallAsync("2001:db8::2"));
                Assert.Equal(401, await CallAsync("2001:db8:0:1::1"));

                async Task<int> CallAsync(string from) =>
                    (
                        await Wire.PostAsync(
                            journey.Server.Url,
                            "/mam/sync",
                            Package.One("A"),
                            "nonsense",
                            r => r.Headers.Add("X-Forwarded-For", from)
                        )
                    ).Status;
            },
            ("Limits:RefusalsPerAddressPerMinute", "1"),
            ("ForwardedHeaders:KnownProxies:0", "127.0.0.1")
        );

    [Fact]
    [Trait("Abuse", "SY-56")]
    public Task ConcurrencyLimit_AnswersEveryRequestOrReturnsARetryTime() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var devices = await EnrollManyAsync(journey, 600);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                using var counted = new Counted(journey.Server.Services);

                // Writing is suspended while the requests arrive, so that some must be rejected.
                var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
                var holding = journey.Database.CommitAsync(
                    async _ =>
                    {
                        held.SetResult();
                        await release.Task;
                        return true;
                    },
                    Cancel
                );
                await held.Task;
                var calls = devices.Select(CallAsync).ToList();
                await Eventually.TrueAsync("a call was sent away", () => counted.Rejected("pressure") > 0);

                using (var client = journey.Server.CreateClient())
                {
                    Assert.Equal("ok", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancel));
                }

                release.SetResult();
                await holding;
                var answers = await Task.WhenAll(calls);

                Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 503 }));
                Assert.Contains(answers, a => a.Status == 200);
                var waits = answers
                    .Where(a => a.Status == 503)
                    .Select(a => a.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds)
                    .ToList();
                Assert.All(waits, w => Assert.InRange(w, 15, 45));
                Assert.True(waits.Distinct().Count() > 1 || waits.Count < 5);

                // The rejected devices retry in smaller groups, and each one is answered.
                foreach (var group in devices.Zip(answers).Where(p => p.Second.Status == 503).Select(p => p.First).Chunk(4))
                {
                    Assert.All(await Task.WhenAll(group.Select(CallAsync)), a => Assert.Equal(200, a.Status));
                }

                Assert.Equal(600, await journey.ScalarAsync<long>("SELECT count(*) FROM sync_sessions"));

                Task<WireAnswer> CallAsync(string device) => Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device), token);
            },
            ("Limits:ConcurrentDeviceCalls", "8"),
            ("Limits:WaitingDeviceCalls", "8")
        );

    [Fact]
    [Trait("Abuse", "SY-56")]
    public Task ConcurrencyLimit_RejectsNewRequestsWhileTheDiskIsSlow() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var devices = await EnrollManyAsync(journey, 10);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
                var holding = journey.Database.CommitAsync(
                    async _ =>
                    {
                        held.SetResult();
                        await release.Task;
                        return true;
                    },
                    Cancel
                );
                await held.Task;
                var calls = devices.Take(9).Select(CallAsync).ToList();
                await Eventually.TrueAsync("nine calls wait for the disk", () => journey.Database.WaitingCommits >= 9);

                // The limit would allow ten thousand waiting requests; the slow disk lowers it.
                Assert.Equal(503, (await CallAsync(devices[^1])).Status);
                release.SetResult();
                await holding;
                Assert.All(await Task.WhenAll(calls), a => Assert.Equal(200, a.Status));
                Assert.Equal(200, (await CallAsync(devices[^1])).Status);

                Task<WireAnswer> CallAsync(string device) => Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device), token);
            },
            ("Limits:ConcurrentDeviceCalls", "16"),
            ("Limits:WaitingDeviceCalls", "10000")
        );

    [Fact]
    [Trait("Abuse", "SY-07")]
    public async Task SlowSenders_AreDisconnectedAndDelayNoOtherDevice()
    {
        await using var journey = await Journey.StartAsync(
            Sqlite,
            services =>
                services.PostConfigure<KestrelServerOptions>(k =>
                    k.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.5))
                ),
            ("Limits:ConcurrentDeviceCalls", "2"),
            ("Limits:WaitingDeviceCalls", "0")
        );
        var device = await journey.EnrolledAsync();
        var slow = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async _ =>
                {
                    var raw = await RawHttp.ConnectAsync(journey.Server.Url);
                    await raw.SendAsync(
                        RawHttp.Head(
                            journey.Server.Url,
                            "POST",
                            "/mam/sync",
                            "Content-Type: application/vnd.syncml.dm+xml",
                            "Content-Length: 5000"
                        ) + "\r\n<"
                    );
                    return raw;
                })
        );

        // These are a hundred times more connections than concurrent requests are allowed; none occupies a slot before its message is
        // complete.
        await journey.SyncAsync(device);

        await Task.WhenAll(slow.Select(s => s.ClosedAsync()));
        foreach (var raw in slow)
        {
            raw.Dispose();
        }
    }

    [Fact]
    public async Task UnexpectedException_IsAnsweredWithATraceIdAndLoggedOnce()
    {
        var clock = new FaultyClock();
        using var log = new CapturedLog();
        await using var server = await TestServer.StartAsync(
            new TestServerOptions
            {
                Services = services =>
                {
                    services.AddSingleton<TimeProvider>(clock);
                    log.Register(services);
                },
            }
        );
        var token = server.Tenant.IssueDeviceToken(server.Tenant.People[0]);
        clock.IsBroken = true;

        var answer = await Wire.PostAsync(server.Url, "/mam/sync", Package.One("A"), token);
        clock.IsBroken = false;

        Assert.Equal(
            (500, "text/plain", "no-store, private"),
            (answer.Status, answer.Response.Content.Headers.ContentType!.MediaType, answer.Response.Headers.CacheControl!.ToString())
        );
        // Kestrel's own heartbeat reads the same clock.
        var errors = log.Lines.Where(l => l.Level >= LogLevel.Error && !l.Text.StartsWith("Heartbeat", StringComparison.Ordinal)).ToList();
        Assert.True(errors.Count == 1, string.Join("\n", errors));
        var line = errors[0];
        var trace = answer.Text.Split("Trace ")[1].Trim();
        Assert.Contains(trace, line.Text, StringComparison.Ordinal);
        Assert.Contains("The clock is broken", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("clock", answer.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await Wire.PostAsync(server.Url, "/mam/sync", Package.One("A"), token)).Status);
    }

    /// <summary>Inserts devices directly into the database, because the test is about check-ins and not about enrollment.</summary>
    private static async Task<IReadOnlyList<string>> EnrollManyAsync(Journey journey, int count)
    {
        var device = await journey.EnrolledAsync();
        var pattern = (await journey.RecordAsync(device)).Enrollment;
        await journey.TrySyncAsync(device);
        var ids = Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"AB{i:X30}")).ToList();
        await journey.Database.WriteAsync(
            async tx =>
            {
                foreach (var id in ids)
                {
                    await DeviceStore.AddAsync(
                        tx,
                        pattern with
                        {
                            Id = Guid.NewGuid().ToString("D"),
                            DeviceId = id,
                            DeviceName = id,
                            Grouping = id,
                        },
                        Cancel
                    );
                }

                return true;
            },
            Cancel
        );
        return ids;
    }

    private sealed class FaultyClock : TimeProvider
    {
        public bool IsBroken { get; set; }

        public override DateTimeOffset GetUtcNow() =>
            IsBroken ? throw new InvalidOperationException("The clock is broken.") : base.GetUtcNow();
    }
}

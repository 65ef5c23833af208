using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Http.Headers;
using MamConsole.DemoTenant;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Fuzz;

/// <summary>
/// Invalid messages over real HTTP with valid tokens: each receives a documented answer, never a bare 5xx, and the server continues to
/// serve other devices.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class EndpointFuzzTests
{
    /// <summary>The number of concurrent devices; several are necessary for group commits.</summary>
    private const int Devices = 6;

    private static readonly (string, string)[] Unlimited =
    [
        ("Devices:MaxPerUser", "100"),
        ("Limits:CallsPerDevicePerMinute", "0"),
        ("Limits:RefusalsPerAddressPerMinute", "0"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Sync_AnswersEveryMessage() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var bystander = await journey.EnrolledAsync(journey.Person(1));
                await journey.SyncAsync(bystander);
                var page = (await journey.PageAsync(bystander)).Row;

                var counted = new ConcurrentDictionary<int, int>();
                using var http = new HttpClient { BaseAddress = journey.Server.Url };
                var began = Stopwatch.GetTimestamp();
                var tried = 0;
                await Task.WhenAll(
                    Enumerable
                        .Range(0, Devices)
                        .Select(async number =>
                        {
                            var client = new FuzzClient(journey, http, number);
                            while (!FuzzRun.IsOver(began, tried, Soak.Rounds(quick: 3_000, soak: 16_000)))
                            {
                                counted.AddOrUpdate(
                                    await client.SendAsync(FuzzRun.FirstSeed() + Interlocked.Increment(ref tried)),
                                    1,
                                    (_, n) => n + 1
                                );
                            }
                        })
                );

                TestContext.Current.SendDiagnosticMessage(
                    "{0}",
                    string.Join(", ", counted.OrderBy(c => c.Key).Select(c => $"{c.Key}: {c.Value}"))
                );
                Assert.True(
                    counted.GetValueOrDefault(200) > tried / 20 && counted.GetValueOrDefault(400) > tried / 20,
                    "Some are understood, some are not."
                );
                Assert.Equal(page, (await journey.PageAsync(bystander)).Row with { });
                await journey.SyncAsync(bystander);
            },
            Unlimited
        );

    [Fact]
    public Task Enroll_AnswersEveryRequest() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var http = new HttpClient { BaseAddress = journey.Server.Url };
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var mutator = new Mutator(FuzzCorpus.EnrollmentRequests(token));
                var began = Stopwatch.GetTimestamp();
                var (granted, rejected) = (0, 0);
                for (var tried = 0; !FuzzRun.IsOver(began, tried, Soak.Rounds(quick: 1_500, soak: 4_000)); tried++)
                {
                    var seed = FuzzRun.FirstSeed() + tried;
                    var (status, body) = await PostAsync(http, "/mam/enroll", mutator.Make(new Random(seed)), "application/soap+xml", null);
                    Assert.True(status is 200 or 500, $"Seed {seed}: {status}");
                    try
                    {
                        var isGranted = EnrollmentResponseReader.Read(body) is EnrollmentAnswer.Granted;
                        Assert.Equal((seed, isGranted), (seed, status == 200));
                        _ = isGranted ? granted++ : rejected++;
                    }
                    catch (EnrollmentFormatException fault)
                    {
                        Assert.Fail($"Seed {seed}: {status} with a body that Windows cannot read: {fault.Message}");
                    }
                }

                Assert.True(granted > 0 && rejected > granted / 20, $"{granted} granted, {rejected} refused");
                await journey.SyncAsync(await journey.EnrolledAsync(journey.Person(1)));
            },
            Unlimited
        );

    private static async Task<(int Status, byte[] Body)> PostAsync(HttpClient http, string path, byte[] body, string type, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var answer = await http.SendAsync(request, Cancel);
        Assert.NotNull(answer.Content.Headers.ContentLength);
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    /// <summary>A device that also sends valid messages, so that a session is open when it sends an invalid one.</summary>
    private sealed class FuzzClient(Journey journey, HttpClient http, int number)
    {
        private readonly string deviceId = $"{0xF0 + number:X32}";
        private readonly TenantUser person = journey.Person(2);
        private string token = "";
        private DeviceExchange? exchange;

        /// <summary>Sends the next valid or invalid message and returns the HTTP status of the answer.</summary>
        public async Task<int> SendAsync(int seed)
        {
            var random = new Random(seed);
            if (token.Length == 0 || random.Next(200) == 0)
            {
                await EnrollAsync();
            }

            var next = exchange?.Next ?? Open();
            var right = SyncMLWriter.Write(next);
            var isRight = random.Next(3) == 0;
            var sent = isRight
                ? right
                : new Mutator([right, .. FuzzCorpus.DeviceMessages(deviceId, random.Next(8) == 0 ? token : null)]).Make(random);
            var (status, body) = await PostAsync(http, "/mam/sync", sent, SyncMLNames.MediaType, random.Next(20) == 0 ? null : token);
            Assert.True(status is 200 or 400 or 401 or 403 or 413 or 429 or 503, $"Seed {seed}: HTTP {status}");
            if (status != 200)
            {
                // 403: the device is unenrolled, or the message contained the id of another device.
                exchange = null;
                token = status == 403 ? "" : token;
                return status;
            }

            var answer = SyncMLReader.Read(body);
            Assert.True(answer.Commands is [SyncCommand.Status { CommandRef: "0" }, ..], $"Seed {seed}: the header's status comes first.");
            exchange = isRight && exchange is not null ? exchange.Session.Receive(answer) : null;
            return status;
        }

        private SyncMLMessage Open()
        {
            exchange = DeviceSession.Open(
                new DeviceOpening
                {
                    SessionId = "1",
                    DeviceId = deviceId,
                    ServerAddress = new Uri(journey.Server.Url, "/mam/sync").ToString(),
                    DeviceInfo = [new SyncItem(Source: "./DevInfo/DevId", Data: deviceId)],
                },
                new Yielding()
            );
            return exchange.Next!;
        }

        private async Task EnrollAsync()
        {
            token = journey.Server.Tenant.IssueDeviceToken(person);
            exchange = null;
            var request = new EnrollmentRequest
            {
                Token = token,
                Context = [new ContextItem("DeviceID", deviceId), new ContextItem("OSVersion", "10.0.22631.3880")],
            };
            var (status, _) = await PostAsync(
                http,
                "/mam/enroll",
                EnrollmentRequestWriter.Write(request, "https://mam.contoso.example/mam/enroll"),
                "application/soap+xml",
                null
            );
            Assert.Equal(200, status);
        }
    }

    /// <summary>A management tree that accepts every command.</summary>
    private sealed record Yielding : ManagementTree
    {
        public override TreeAnswer Execute(NodeVerb verb, SyncItem item) =>
            new(this, StatusCode.Ok, Found: verb == NodeVerb.Get ? new SyncItem(Source: item.Target, Format: "chr", Data: "1") : null);
    }
}

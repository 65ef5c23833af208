using System.Text;
using MamConsole.DemoTenant.Tokens;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>Valid tokens used for foreign devices, and messages that claim another identity.</summary>
public sealed class IdentityAbuseTests
{
    private const string Sqlite = "Sqlite";
    private const string Unknown = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Abuse", "SY-31"), Trait("Abuse", "SY-32"), Trait("Abuse", "SY-58")]
    public Task Sync_RejectsForeignAndUnknownDevicesWithTheSameBytes() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var theirs = await journey.EnrolledAsync(journey.Person(1));
                var elsewhere = await EnrollElsewhereAsync(journey);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var before = await journey.SnapshotAsync();

                var answers = new List<WireAnswer>();
                foreach (var device in new[] { theirs.Profile.DeviceId, Unknown, elsewhere })
                {
                    answers.Add(await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device), token));
                    answers.Add(await Wire.PostAsync(journey.Server.Url, $"/mam/sync/{Journey.IdOf(theirs)}", Package.One(device), token));
                }

                Assert.All(answers, a => Assert.Equal((403, answers[0].Text), (a.Status, a.Text)));
                Assert.Single(answers.Select(HeadersOf).Distinct());
                Assert.Equal(before, await journey.SnapshotAsync());
                Assert.Equal([elsewhere, Unknown, theirs.Profile.DeviceId], (await RejectedAsync(journey)).Select(e => e.Subject.Name));
                Assert.All(await RejectedAsync(journey), e => Assert.Equal(journey.Person().ObjectId.ToString("D"), e.Actor.Id));

                static string HeadersOf(WireAnswer answer) =>
                    string.Join(
                        '\n',
                        answer
                            .Response.Headers.Concat(answer.Response.Content.Headers)
                            .Where(h => h.Key != "Date")
                            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}")
                    );
            }
        );

    [Fact]
    [Trait("Abuse", "SY-31")]
    public Task AuditTrail_RecordsARejectedCheckInOncePerHourUpToALimit() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                for (var i = 0; i < 3; i++)
                {
                    await CallAsync(Unknown);
                }

                Assert.Single(await RejectedAsync(journey));
                for (var i = 0; i < 20; i++)
                {
                    await CallAsync($"{i:X32}");
                }

                Assert.Equal(10, (await RejectedAsync(journey)).Count);
                journey.Time.Advance(TimeSpan.FromMinutes(61));
                await CallAsync(Unknown);
                Assert.Equal(11, (await RejectedAsync(journey)).Count);

                Task CallAsync(string device) => Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device), token);
            },
            ("Limits:RefusalsPerAddressPerMinute", "0")
        );

    [Fact]
    [Trait("Abuse", "SY-48")]
    public async Task TokenInMessage_NeverReplacesTheTokenInTheHeader()
    {
        using var log = new CapturedLog();
        await using var journey = await Journey.StartAsync(Sqlite, log.Register);
        var (mine, theirs) = (await journey.EnrolledAsync(), await journey.EnrolledAsync(journey.Person(1)));
        var (myToken, theirToken) = (
            journey.Server.Tenant.IssueDeviceToken(journey.Person()),
            journey.Server.Tenant.IssueDeviceToken(journey.Person(1))
        );

        Assert.Equal(200, (await SendAsync(mine.Profile.DeviceId)).Header);
        Assert.Equal(403, (await SendAsync(theirs.Profile.DeviceId)).Status);
        Assert.DoesNotContain(theirToken.Split('.')[2], log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(myToken.Split('.')[2], log.All, StringComparison.Ordinal);

        Task<WireAnswer> SendAsync(string device) =>
            Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device, token: theirToken), myToken);
    }

    [Theory]
    [Trait("Abuse", "SY-49")]
    [InlineData("SyncMLStatus"), InlineData("Http401")]
    public async Task Sync_RejectsPasswordCredentials(string answer)
    {
        using var log = new CapturedLog();
        await using var journey = await Journey.StartAsync(Sqlite, log.Register, ("Devices:UnauthenticatedAnswer", answer));
        var device = await journey.EnrolledAsync();
        foreach (var type in new[] { "syncml:auth-basic", "syncml:auth-md5" })
        {
            var reply = await Wire.PostAsync(
                journey.Server.Url,
                "/mam/sync",
                With(
                    device.Profile.DeviceId,
                    "<Cred><Meta><Format xmlns=\"syncml:metinf\">b64</Format><Type "
                        + $"xmlns=\"syncml:metinf\">{type}</Type></Meta><Data>aHVudGVyMjpodW50ZXIy</Data></Cred>"
                )
            );

            Assert.True(
                answer == "Http401" ? reply is { Status: 401, Challenge: "Bearer" } : reply.Header == 407 && !reply.Requested.Any(),
                $"{type}: {reply}"
            );
        }

        Assert.DoesNotContain("aHVudGVyMjpodW50ZXIy", log.All, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Abuse", "SY-50")]
    public Task AddressInMessage_IsNeitherRequestedNorRepeated() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var body = Encoding
                    .UTF8.GetString(With(device.Profile.DeviceId, "<RespURI>http://127.0.0.1:9/evil</RespURI>"))
                    .Replace("https://mam.contoso.example/mam/sync", "https://evil.example/sync", StringComparison.Ordinal);

                var reply = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Encoding.UTF8.GetBytes(body),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );

                Assert.Equal(200, reply.Header);
                Assert.DoesNotContain("evil", reply.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("RespURI", reply.Text, StringComparison.Ordinal);
            }
        );

    [Fact]
    [Trait("Abuse", "SY-52")]
    public async Task Log_WritesHostileClaimsOnOneLineWithoutControlCharacters()
    {
        const string Hostile = "a\r\nb\nc\u2028d\u2029e\u0085f\u001b[31mg\u0000h";
        using var log = new CapturedLog();
        await using var journey = await Journey.StartAsync(Sqlite, log.Register);
        var device = await journey.EnrolledAsync();
        foreach (var claim in new[] { "iss", "aud", "tid", "oid", "ver", "scp" })
        {
            await PostAsync(
                journey.Server.Tenant.IssueDeviceToken(journey.Person(), faults: new TokenFaults { Claims = c => c[claim] = Hostile })
            );
        }

        await PostAsync(
            journey.Server.Tenant.IssueDeviceToken(journey.Person(), faults: new TokenFaults { Header = h => h["kid"] = Hostile })
        );
        await PostAsync(
            journey.Server.Tenant.IssueDeviceToken(journey.Person(1), faults: new TokenFaults { Claims = c => c["name"] = Hostile })
        );

        var ours = log.Lines.Where(l => l.Category.StartsWith("MamConsole", StringComparison.Ordinal)).ToList();
        Assert.True(ours.Count >= 8);
        Assert.Contains(ours, l => l.Text.Contains("[31mg", StringComparison.Ordinal));
        Assert.All(ours, l => Assert.DoesNotContain(l.Text, c => char.IsControl(c) || c is '\u2028' or '\u2029'));

        Task PostAsync(string token) => Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), token);
    }

    [Theory]
    [Trait("Abuse", "SY-57")]
    [InlineData("SyncMLStatus", false), InlineData("Http401", false), InlineData("SyncMLStatus", true), InlineData("Http401", true)]
    public Task Session_ContinuesWithANewTokenAfterItsTokenExpired(string answer, bool inside) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var now = journey.Time.GetUtcNow().ToUnixTimeSeconds();
                var shortLived = journey.Server.Tenant.IssueDeviceToken(
                    journey.Person(),
                    faults: new TokenFaults { Claims = c => c["exp"] = now + 60 }
                );
                Assert.True((await SendAsync(1, shortLived)).Requested.Any());
                Assert.Equal(200, (await SendAsync(2, shortLived)).Header);
                journey.Time.Advance(TimeSpan.FromMinutes(7));
                var before = await journey.SnapshotAsync();

                var late = await SendAsync(3, shortLived);

                Assert.True(
                    inside && answer == "SyncMLStatus"
                        ? late.Header == 401 && !late.Requested.Any()
                        : late is { Status: 401, Challenge: "Bearer" },
                    late.ToString()
                );
                Assert.Equal(before, await journey.SnapshotAsync());
                var session = (await journey.RecordAsync(device)).Session;
                Assert.NotNull(session);
                Assert.Equal(200, (await SendAsync(3, journey.Server.Tenant.IssueDeviceToken(journey.Person()))).Header);

                Task<WireAnswer> SendAsync(int number, string token) =>
                    Wire.PostAsync(
                        journey.Server.Url,
                        "/mam/sync",
                        number == 1
                            ? Package.One(device.Profile.DeviceId, token: inside ? token : null)
                            : Package.Next(device.Profile.DeviceId, number, inside ? [TokenAlert(token)] : []),
                        inside ? null : token
                    );
            },
            ("Devices:UnauthenticatedAnswer", answer)
        );

    [Fact]
    [Trait("Abuse", "SY-57")]
    public Task Session_RejectsTheTokenOfAnotherPersonAndContinuesWithItsOwn() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), token);
                var before = await journey.SnapshotAsync();

                var reply = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(device.Profile.DeviceId, 2),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person(1))
                );

                Assert.Equal(403, reply.Status);
                Assert.Equal(before, await journey.SnapshotAsync());
                Assert.Equal(
                    200,
                    (await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.Next(device.Profile.DeviceId, 2), token)).Header
                );
            }
        );

    private static SyncCommand TokenAlert(string token) =>
        new SyncCommand.Alert("9", 1224, [new SyncItem(Type: "com.microsoft/MDM/AADUserToken", Data: token)]);

    /// <summary>A first message with additional elements in its header.</summary>
    private static byte[] With(string deviceId, string header) =>
        Encoding.UTF8.GetBytes(
            Encoding
                .UTF8.GetString(Package.One(deviceId))
                .Replace("</Source></SyncHdr>", $"</Source>{header}</SyncHdr>", StringComparison.Ordinal)
        );

    private static async Task<IReadOnlyList<AuditEntry>> RejectedAsync(Journey journey) =>
        (await journey.Get<AuditStore>().PageAsync(new AuditFilter { Action = "deviceCallRefused", Take = 200 }, Cancel)).Entries;

    /// <summary>The same person's device in another tenant, as a database for two tenants would contain it.</summary>
    private static async Task<string> EnrollElsewhereAsync(Journey journey)
    {
        var device = await journey.EnrolledAsync();
        var enrollment = (await journey.RecordAsync(device)).Enrollment with
        {
            Id = Guid.NewGuid().ToString("D"),
            TenantId = Guid.NewGuid(),
            DeviceId = "EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE",
        };
        await journey.Database.WriteAsync(tx => DeviceStore.AddAsync(tx, enrollment, Cancel), Cancel);
        return enrollment.DeviceId;
    }
}

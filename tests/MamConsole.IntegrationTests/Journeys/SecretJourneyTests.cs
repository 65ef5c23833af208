using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Jobs;
using MamConsole.Server.Policies;
using MamConsole.Server.Secrets;
using MamConsole.Server.Storage;
using MamConsole.Simulator;
using Microsoft.Extensions.DependencyInjection;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// The life cycle of a secret: entered through the API, encrypted, sent to a device that needs it, and present nowhere else
/// (docs/reference/abuse-cases.md PB-07, PB-24).
/// </summary>
public sealed class SecretJourneyTests : IDisposable
{
    private const string Challenge = "cANARYzzQ1-challenge";
    private const string Password = "cANARYzzQ2-password";

    private readonly string traces = Path.Combine(Path.GetTempPath(), $"mamconsole-secret-traces-{Guid.NewGuid():N}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Secret_ReachesTheDeviceAndAppearsNowhereElse(string provider)
    {
        using var log = new CapturedLog();
        await using var journey = await Journey.StartAsync(provider, log.Register, ("Devices:TraceFolder", traces));
        using var author = await journey.Server.SignedInApiClientAsync("Author", "Publisher");
        var file = SecretSamples.Pfx(Password);
        var (pfx, challenge) = await StoreOverApiAsync(author, file);
        var version = await journey.PublishAsync(SecretSamples.Policy(WorkPolicies.Locking(5), pfx, challenge));
        var device = await journey.EnrolledAsync();

        var report = await journey.SyncAsync(device);

        Assert.Empty(report.Failures);
        Assert.Equal(Password, Held(device, version, "/PFXCertPassword"));
        Assert.Equal(Convert.ToBase64String(file), Held(device, version, "/PFXCertBlob"));
        Assert.Equal(Convert.ToBase64String(Encoding.UTF8.GetBytes(Challenge)), Held(device, version, "/Challenge"));

        string[] canaries =
        [
            Challenge,
            Password,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Challenge)),
            Convert.ToBase64String(file)[..200],
        ];
        Assert.Contains(
            report.Exchanges,
            e => e.Received is { } body && Encoding.UTF8.GetString(body.Span).Contains(Password, StringComparison.Ordinal)
        );
        var texts = new Dictionary<string, string>
        {
            ["database"] = await DumpAsync(journey),
            ["conversations"] = await SessionsAsync(journey),
            ["log"] = log.All,
            ["traces"] = string.Concat(Directory.GetFiles(traces).Select(File.ReadAllText)),
            ["api"] = await ApiAsync(journey, author, version, device),
        };
        foreach (var (location, text) in texts)
        {
            Assert.NotEmpty(text);
            foreach (var canary in canaries)
            {
                Assert.False(text.Contains(canary, StringComparison.Ordinal), $"A canary stands in the {location}.");
                Assert.False(
                    text.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(canary)), StringComparison.OrdinalIgnoreCase),
                    $"A canary stands in the {location} as hexadecimal digits."
                );
            }
        }

        Assert.Contains("/PFXCertBlob", texts["conversations"], StringComparison.Ordinal);
        Assert.Contains("/PFXCertBlob", texts["traces"], StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public Task Certificate_IsReadBackByItsPresenceAndScepRequestStaysAcknowledged(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(await PolicyAsync(journey));
                var device = await journey.EnrolledAsync();

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.Equal(DeviceState.UpToDate, page.Row.State);
                Assert.Equal(
                    [
                        ("PFX certificates", SettingLevel.ReadBack),
                        ("SCEP certificates", SettingLevel.Acknowledged),
                        ("Trusted certificates", SettingLevel.ReadBack),
                    ],
                    page.Settings.Where(s => s.Area == "Certificates").Select(s => (s.Label, s.Level)).Order()
                );
                Assert.Contains(page.Settings.SelectMany(s => s.Wire), w => w.Value == SecretPlaceholder.Mask);
                Assert.DoesNotContain(page.Settings.SelectMany(s => s.Wire), w => w.Value.Contains("{secret", StringComparison.Ordinal));
            }
        );

    [Theory, EveryDatabase]
    public Task ChangedSecret_IsSentAndTheOldCertificateIsDeleted(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var first = await journey.PublishAsync(await PolicyAsync(journey));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var document = first.Document;
                var another = (
                    await journey
                        .Get<StoreSecret>()
                        .ExecuteAsync(PolicyTestHost.Author, new NewSecret(SecretKind.ScepChallenge, "another challenge"), Cancel)
                ).Value();

                var second = await journey.PublishAsync(
                    document with
                    {
                        Certificates = document.Certificates with
                        {
                            Scep = [document.Certificates.Scep[0] with { Challenge = another.Secret }],
                        },
                    }
                );
                var report = await journey.SyncAsync(device);

                Assert.Empty(report.Failures);
                Assert.Null(Held(device, first, "/Challenge"));
                Assert.Equal(Convert.ToBase64String("another challenge"u8), Held(device, second, "/Challenge"));
                Assert.DoesNotContain(
                    report.Commands,
                    c => c.LocUri?.Contains("PFXCertInstall", StringComparison.Ordinal) == true && c.Name != "Get"
                );
            }
        );

    [Theory, EveryDatabase]
    public Task PolicyWithoutCertificates_DeletesThemFromTheDevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var first = await journey.PublishAsync(await PolicyAsync(journey));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);

                await journey.PublishAsync(WorkPolicies.Locking(6));
                var report = await journey.SyncAsync(device);

                Assert.Empty(report.Failures);
                Assert.Equal(3, report.Commands.Count(c => c.Name == "Delete"));
                Assert.All(first.Nodes.Nodes.Where(n => n.Stage == NodeStage.Certificates), n => Assert.Null(device.Tree.Read(n.LocUri)));
            }
        );

    [Theory, EveryDatabase]
    public Task Certificate_WithoutItsSecretIsReportedAndTheRestIsDelivered(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var version = await journey.PublishAsync(await PolicyAsync(journey));
                await journey.Database.WriteAsync(tx => tx.ExecuteAsync("DELETE FROM secrets WHERE kind = 4"), Cancel);
                var device = await journey.EnrolledAsync();

                var report = await journey.SyncAsync(device);

                Assert.DoesNotContain(report.Commands, c => c.LocUri?.Contains("PFXCertInstall", StringComparison.Ordinal) == true);
                Assert.NotNull(Held(device, version, "/Challenge"));
                Assert.NotNull(device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
                var setting = (await journey.PageAsync(device)).Settings.Single(s => s.Label == "PFX certificates");
                Assert.Contains("one of its secrets cannot be read", setting.Problem!, StringComparison.Ordinal);
            }
        );

    [Theory, EveryDatabase]
    public Task RejectedCertificate_CountsAsOneSettingError(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var policy = await PolicyAsync(journey);
                var wrong = (
                    await journey
                        .Get<StoreSecret>()
                        .ExecuteAsync(PolicyTestHost.Author, new NewSecret(SecretKind.PfxPassword, "not this one"), Cancel)
                ).Value();
                await journey.PublishAsync(
                    policy with
                    {
                        Certificates = policy.Certificates with { Pfx = [policy.Certificates.Pfx[0] with { Password = wrong.Secret }] },
                    }
                );
                var device = await journey.EnrolledAsync();

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.Equal(1, page.Row.Deviations);
                Assert.Equal(SettingLevel.Rejected, page.Settings.Single(s => s.Label == "PFX certificates").Level);
            }
        );

    [Fact]
    public Task RepeatedMessage_AtAnotherNodeGetsTheSameSecrets() =>
        Journey.OnAsync(
            nameof(StorageProvider.PostgreSql),
            async journey =>
            {
                await using var other = await TestServer.StartAsync(
                    new TestServerOptions
                    {
                        Beside = journey.Server,
                        Settings = new Dictionary<string, string?> { ["PublicUrl"] = journey.Server.Url.GetLeftPart(UriPartial.Authority) },
                        Services = services => services.AddSingleton<TimeProvider>(journey.Time),
                    }
                );
                await journey.PublishAsync(await PolicyAsync(journey));
                var device = await journey.EnrolledAsync();
                device.CrashAfterMessage(1);
                var exchange = (await journey.TrySyncAsync(device)).Exchanges[0];

                var again = await Wire.PostAsync(
                    other.Url,
                    $"/mam/sync/{Journey.IdOf(device)}",
                    exchange.Sent,
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );

                Assert.Contains(Password, again.Text, StringComparison.Ordinal);
                Assert.Equal(exchange.Received!.Value.ToArray(), again.Body);
            }
        );

    [Theory, EveryDatabase]
    public Task UnansweredCertificate_IsSentAgainAndInstalledOnce(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var version = await journey.PublishAsync(await PolicyAsync(journey));
                var device = await journey.EnrolledAsync();
                device.CrashAfterMessage(1);
                await journey.TrySyncAsync(device);

                journey.Time.Advance(TimeSpan.FromMinutes(20));
                await journey.SyncAsync(device);

                Assert.Equal(Password, Held(device, version, "/PFXCertPassword"));
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
            }
        );

    [Theory, EveryDatabase]
    public Task PruneSecrets_DeletesUnreferencedSecrets(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await PolicyAsync(journey);
                journey.Time.Advance(TimeSpan.FromDays(PruneSecrets.RetentionDays + 1));

                Assert.Equal("Deleted 3 secrets that no policy references.", await journey.Get<PruneSecrets>().RunOnceAsync(Cancel));
                Assert.Equal("", await journey.Get<PruneSecrets>().RunOnceAsync(Cancel));
            }
        );

    [Fact]
    public Task SecretsApi_StoresForAuthorsOnlyAndReturnsNoSecret() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var author = await journey.Server.SignedInApiClientAsync("Author", "Publisher");
                using var publisher = await journey.Server.SignedInApiClientAsync("Owner");
                var body = new { kind = "wifiKey", value = "eight888" };

                using var stored = await author.PostAsJsonAsync("/api/v1/secrets", body, Cancel);
                using var rejected = await publisher.PostAsJsonAsync("/api/v1/secrets", body, Cancel);
                using var wrong = await author.PostAsJsonAsync("/api/v1/secrets", body with { value = "seven77" }, Cancel);
                using var requested = await author.GetAsync(new Uri("/api/v1/secrets", UriKind.Relative), Cancel);

                Assert.Equal(
                    (HttpStatusCode.Created, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest),
                    (stored.StatusCode, rejected.StatusCode, wrong.StatusCode)
                );
                Assert.DoesNotContain("eight888", await stored.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
                Assert.DoesNotContain("seven77", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
                Assert.False(requested.IsSuccessStatusCode);
            }
        );

    public void Dispose()
    {
        if (Directory.Exists(traces))
        {
            Directory.Delete(traces, recursive: true);
        }
    }

    private static string? Held(SimulatedDevice device, PublishedVersion version, string end) =>
        device.Tree.Read(version.Nodes.Nodes.Single(n => n.LocUri.EndsWith(end, StringComparison.Ordinal)).LocUri);

    private static async Task<WrittenPolicy> PolicyAsync(Journey journey)
    {
        var pfx = (
            await journey.Get<StorePfx>().ExecuteAsync(PolicyTestHost.Author, new NewPfx(SecretSamples.Pfx(Password), Password), Cancel)
        ).Value();
        var challenge = (
            await journey.Get<StoreSecret>().ExecuteAsync(PolicyTestHost.Author, new NewSecret(SecretKind.ScepChallenge, Challenge), Cancel)
        ).Value();
        return SecretSamples.Policy(WorkPolicies.Locking(5), Row(pfx.File, pfx.Password, pfx.Facts), challenge.Secret);
    }

    private static PfxCertificate Row(SecretReference file, SecretReference? password, PfxFile facts) =>
        new()
        {
            File = file,
            Password = password,
            FileName = "vpn.pfx",
            Subject = facts.Subject,
            Thumbprint = facts.Thumbprint,
            LastDay = facts.LastDay,
        };

    private static async Task<(PfxCertificate Pfx, SecretReference Challenge)> StoreOverApiAsync(HttpClient author, byte[] file)
    {
        using var pfx = await author.PostAsJsonAsync(
            "/api/v1/secrets/pfx",
            new { content = Convert.ToBase64String(file), password = Password },
            Cancel
        );
        using var challenge = await author.PostAsJsonAsync("/api/v1/secrets", new { kind = "scepChallenge", value = Challenge }, Cancel);
        var stored = JsonSerializer.Deserialize<StoredPfx>(
            await pfx.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel),
            WrittenPolicy.Json
        )!;
        using var answer = JsonDocument.Parse(await challenge.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel));
        return (
            Row(stored.File, stored.Password, stored.Facts),
            answer.RootElement.GetProperty("secret").Deserialize<SecretReference>(WrittenPolicy.Json)!
        );
    }

    /// <summary>Every byte of SQLite's files; every column of every table of PostgreSQL, bytes as hexadecimal digits.</summary>
    private static async Task<string> DumpAsync(Journey journey)
    {
        if (journey.Database.Dialect is SqliteDialect)
        {
            var file = await journey.Database.ReadAsync(
                c => c.ExecuteScalarAsync<string>("SELECT file FROM pragma_database_list WHERE name = 'main'"),
                Cancel
            );
            return string.Concat(
                Directory
                    .GetFiles(Path.GetDirectoryName(file!)!, Path.GetFileName(file!) + "*")
                    .Select(f =>
                    {
                        using var open = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                        using var reader = new StreamReader(open, Encoding.Latin1);
                        return reader.ReadToEnd();
                    })
            );
        }

        return await journey.Database.ReadAsync(
            async c =>
            {
                var tables = await c.QueryAsync<string>(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
                );
                var text = new StringBuilder();
                foreach (var table in tables)
                {
                    text.AppendJoin('\n', await c.QueryAsync<string>($"SELECT t::text FROM \"{table}\" t"));
                }

                return text.ToString();
            },
            Cancel
        );
    }

    private static async Task<string> SessionsAsync(Journey journey)
    {
        var bodies = await journey.Database.ReadAsync(
            c =>
                c.QueryAsync<byte[]>(
                    "SELECT request FROM conversation_messages WHERE request IS NOT NULL UNION ALL SELECT answer FROM "
                        + "conversation_messages WHERE answer IS NOT NULL"
                ),
            Cancel
        );
        return string.Join('\n', bodies.Select(body => Encoding.UTF8.GetString(StoredBody.Read(body))));
    }

    private static async Task<string> ApiAsync(Journey journey, HttpClient client, PublishedVersion version, SimulatedDevice device)
    {
        var policy = $"/api/v1/policies/{version.PolicyId}";
        var text = new StringBuilder();
        foreach (
            var address in new[]
            {
                policy,
                $"{policy}/draft",
                $"{policy}/versions",
                $"{policy}/versions/1",
                $"{policy}/versions/1/nodes",
                $"{policy}/compare?from=0&to=1",
                $"{policy}/export?format=file",
                $"{policy}/export?format=html&version=1",
                $"{policy}/export?format=intune",
                "/api/v1/audit",
                $"/api/v1/devices/{Journey.IdOf(device)}",
            }
        )
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
            text.AppendLine(await answer.Content.ReadAsStringAsync(Cancel));
        }

        return text.ToString();
    }
}

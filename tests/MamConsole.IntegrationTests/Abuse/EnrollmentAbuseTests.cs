using System.Diagnostics.Metrics;
using System.Globalization;
using MamConsole.DemoTenant.Tokens;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Audit;
using MamConsole.Server.Shell;
using MamConsole.Server.TermsOfUse;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>Which enrollments are accepted, and how the others are rejected, over real HTTP (docs/reference/abuse-cases.md §3.2).</summary>
public sealed class EnrollmentAbuseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    [Trait("Abuse", "SO-17")]
    public Task Enroll_RejectsADeviceEnrolledForAnotherPerson(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var holder = await journey.EnrolledAsync(change: p => p with { DeviceId = EnrollmentWire.DeviceId });
                await journey.SyncAsync(holder);
                var before = await journey.SnapshotAsync();

                foreach (var spelling in new[] { EnrollmentWire.DeviceId, EnrollmentWire.DeviceId.ToLowerInvariant() })
                {
                    var answer = await journey.EnrollAsync(
                        EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person(1)), spelling)
                    );

                    Assert.Equal("s:Authorization", answer.Verdict());
                    Assert.Contains("help desk", answer.Text, StringComparison.Ordinal);
                    Assert.DoesNotContain(journey.Person().UserName, answer.Text, StringComparison.OrdinalIgnoreCase);
                }

                Assert.Equal(before, await journey.SnapshotAsync());
                var entries = await AuditAsync(journey, "enrollmentRefused");
                Assert.Equal(2, entries.Count);
                Assert.All(entries, e => Assert.Equal((SubjectKind.Device, Journey.IdOf(holder)), (e.Subject.Kind, e.Subject.Id)));
                Assert.All(entries, e => Assert.Contains(journey.Person(1).UserName, e.Summary, StringComparison.Ordinal));
                await journey.SyncAsync(holder);

                // After it is unenrolled, the device can be enrolled by anyone.
                await holder.UnenrollAsync(Cancel);
                Assert.Equal(
                    "granted",
                    (await journey.EnrollAsync(EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person(1))))).Verdict()
                );
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SO-17")]
    public Task Enroll_ForSeveralPeopleConcurrentlyEnrollsOne(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var requests = Enumerable
                    .Range(0, 12)
                    .Select(i => EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person(i % 3))));

                var answers = await Task.WhenAll(requests.Select(r => journey.EnrollAsync(r)));

                Assert.All(answers, a => Assert.Contains(a.Verdict(), new[] { "granted", "s:Authorization" }));
                Assert.Contains(answers, a => a.Verdict() == "s:Authorization");
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments WHERE ended_at IS NULL"));
            }
        );

    [Fact]
    [Trait("Abuse", "SO-17")]
    public Task Enroll_WithDeviceIdInAnotherCaseReplacesTheEnrollment() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.EnrollAsync(EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person())));

                var again = await journey.EnrollAsync(
                    EnrollmentWire.Request(
                        journey.Server.Tenant.IssueDeviceToken(journey.Person()),
                        EnrollmentWire.DeviceId.ToLowerInvariant()
                    )
                );

                Assert.Equal("granted", again.Verdict());
                Assert.Equal(1, (await journey.OverviewAsync()).Enrolled);
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SO-18")]
    public Task Enroll_RejectsATokenIssuedForAnotherDevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var (mine, other) = (Guid.NewGuid(), Guid.NewGuid());
                string Request(Guid? device) =>
                    EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person(), deviceId: device));
                var first = await journey.EnrollAsync(Request(mine));

                var rejected = await journey.EnrollAsync(Request(other));

                Assert.Equal("s:Authorization", rejected.Verdict());
                Assert.Equal(first.EnrollmentId(), Assert.Single(await AuditAsync(journey, "enrollmentRefused")).Subject.Id);
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"));

                // Real devices send the same device id again, or a token without a device id.
                Assert.Equal("granted", (await journey.EnrollAsync(Request(mine))).Verdict());
                Assert.Equal("granted", (await journey.EnrollAsync(Request(null))).Verdict());
            }
        );

    [Fact]
    [Trait("Abuse", "SO-19")]
    public Task Enroll_AnswersEveryInvalidTokenWithTheSameFault() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var log = new CapturedLog();
                journey.Get<ILoggerFactory>().AddProvider(log);
                var now = journey.Time.GetUtcNow().ToUnixTimeSeconds();
                var tenant = journey.Server.Tenant;
                TokenFaults[] faults =
                [
                    new() { Header = h => h["alg"] = "none", Signature = TokenSignature.Removed },
                    new() { Signature = TokenSignature.Removed },
                    new() { Signature = TokenSignature.Zeros },
                    new() { Signature = TokenSignature.HmacOverPublicKey },
                    new() { Signature = TokenSignature.Rs512 },
                    new() { Signature = TokenSignature.AnotherKey },
                    new() { Signature = TokenSignature.WeakKey },
                    new() { Header = h => h.Remove("kid") },
                    new() { Header = h => h["kid"] = "../../etc/passwd" },
                    new() { Header = h => h["jku"] = "http://127.0.0.1:9/keys" },
                    new() { Header = h => h.Repeat("alg", "RS256") },
                    new() { Claims = c => c["idtyp"] = "app" },
                    new() { Claims = c => c["tid"] = "6f1c3c0a-31a9-4d5b-8f44-0a4f6a2d9b77" },
                    new() { Claims = c => c.Remove("tid") },
                    new() { Claims = c => c["iss"] = "https://login.demo.invalid/common/v2.0" },
                    new() { Claims = c => c["aud"] = "https://graph.microsoft.com" },
                    new() { Claims = c => c["scp"] = "mdm_delegation_admin" },
                    new() { Claims = c => c.Remove("scp") },
                    new()
                    {
                        Claims = c =>
                        {
                            c["nbf"] = now - 7200;
                            c["exp"] = now - 3600;
                        },
                    },
                    new() { Claims = c => c.Remove("exp") },
                    new() { Claims = c => c["exp"] = "9999999999" },
                    new()
                    {
                        Claims = c =>
                        {
                            c["nbf"] = 4_070_908_800;
                            c["exp"] = 4_070_912_400;
                        },
                    },
                    new() { Text = t => t[..t.LastIndexOf('.')] },
                    new() { Text = t => t + ".e30" },
                    new()
                    {
                        Header = h =>
                        {
                            h["enc"] = "A256GCM";
                            h["zip"] = "DEF";
                        },
                    },
                    new() { Header = h => h["kid"] = new string('k', 20_000) },
                    new() { Claims = c => c["oid"] = "maja.lindqvist@northwind.example" },
                ];
                string[] tokens =
                [
                    .. faults.Select(f => tenant.IssueDeviceToken(journey.Person(), faults: f)),
                    tenant.IssueIdToken(journey.Person(), tenant.MamClientId, "nonce"),
                    tenant.IssueApiToken(tenant.WithRoles("Owner")),
                    tenant.IssueAppToken(["Owner"]),
                ];

                var texts = new HashSet<string>();
                foreach (var token in tokens)
                {
                    var answer = await journey.EnrollAsync(EnrollmentWire.Request(token));
                    Assert.Equal(("s:Authentication", 500), (answer.Verdict(), answer.Status));
                    texts.Add(answer.Text.Replace(EnrollmentWire.Between(answer.Text, "<TraceId>", "<"), "", StringComparison.Ordinal));
                }

                Assert.Single(texts);
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"));
                Assert.All(tokens, token => Assert.DoesNotContain(token, log.All, StringComparison.Ordinal));
            }
        );

    [Theory]
    [InlineData("SO-20", "Log", "Device", "granted")]
    [InlineData("SO-20", "Enforce", "Device", "s:EnrollmentServer NotSupported")]
    [InlineData("SO-20", "Enforce", "Full", "s:EnrollmentServer NotSupported")]
    [InlineData("SO-20", "Enforce", null, "s:EnrollmentServer NotSupported")]
    [InlineData("SO-20", "Enforce", "AppManagement", "granted")]
    public Task Enroll_AcceptsOtherEnrollmentTypesAsConfigured(string id, string rule, string? type, string verdict) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var log = new CapturedLog();
                journey.Get<ILoggerFactory>().AddProvider(log);

                var answer = await journey.EnrollAsync(
                    EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()), change: ("EnrollmentType", type))
                );

                Assert.Equal((id, verdict), (id, answer.Verdict()));
                Assert.Equal(rule == "Log", log.All.Contains("enrollment of type Device", StringComparison.Ordinal));
            },
            ("Devices:EnrollmentType", rule)
        );

    [Theory]
    [InlineData("10.0.14393.0", "s:EnrollmentServer DeviceNotSupported")]
    [InlineData("6.3.9600.1", "s:EnrollmentServer DeviceNotSupported")]
    [InlineData("10.0.15063.0", "granted")]
    [InlineData("11.0.1.0", "granted")]
    [InlineData("strange", "granted")]
    [InlineData(null, "granted")]
    public Task Enroll_RejectsWindowsBefore1703(string? version, string verdict) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
                Assert.Equal(
                    verdict,
                    (
                        await journey.EnrollAsync(
                            EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()), change: ("OSVersion", version))
                        )
                    ).Verdict()
                )
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SO-22")]
    public Task Enroll_RepeatsItsAnswerForTheSameRequest(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var request = EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()));
                var first = await journey.EnrollAsync(request);
                journey.Time.Advance(TimeSpan.FromMinutes(9));

                var second = await journey.EnrollAsync(request);

                Assert.Equal(first.Document(), second.Document());
                Assert.Single(await AuditAsync(journey, "deviceEnrolled"));
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"));

                // Later, with another token, or once the device has checked in, it is a new enrollment.
                journey.Time.Advance(TimeSpan.FromMinutes(2));
                var later = await journey.EnrollAsync(request);
                var another = EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()));
                var anew = await journey.EnrollAsync(another);
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(EnrollmentWire.DeviceId),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );
                var afterSync = await journey.EnrollAsync(another);

                Assert.Equal(4, new[] { first, later, anew, afterSync }.Select(a => a.EnrollmentId()).Distinct().Count());
                Assert.Equal(1, (await journey.OverviewAsync()).Enrolled);
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SO-23")]
    public Task Enroll_HundredConcurrentRequestsLeaveOneEnrollment(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var same = EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()));
                var requests = Enumerable
                    .Range(0, 100)
                    .Select(i => i % 4 == 0 ? EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person())) : same);

                var answers = await Task.WhenAll(requests.Select(r => journey.EnrollAsync(r)));

                Assert.All(answers, a => Assert.Equal("granted", a.Verdict()));
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments WHERE ended_at IS NULL"));
                Assert.Equal(
                    await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"),
                    (await AuditAsync(journey, "deviceEnrolled")).Count
                );
                Assert.Equal(1, (await journey.OverviewAsync()).Enrolled);
            }
        );

    [Theory]
    [InlineData("SO-24", "Sqlite", "enrollment_origins")]
    [InlineData("SO-24", "PostgreSql", "enrollment_origins")]
    [InlineData("SO-24", "Sqlite", "audit_events")]
    [InlineData("SO-24", "PostgreSql", "audit_events")]
    public Task Enroll_StoresNothingWhenTheDatabaseFails(string id, string provider, string table) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var request = EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()));
                var mend = await journey.FailInsertsAsync(table);

                var failed = await journey.EnrollAsync(request);
                await mend();

                Assert.Equal((id, "s:EnrollmentServer", 500), (id, failed.Verdict(), failed.Status));
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"));
                Assert.Equal("granted", (await journey.EnrollAsync(request)).Verdict());
            }
        );

    [Fact]
    [Trait("Abuse", "SO-25")]
    public Task Enroll_RejectsADeviceAboveTheConfiguredLimit() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                string Request(int i) =>
                    EnrollmentWire.Request(
                        journey.Server.Tenant.IssueDeviceToken(journey.Person()),
                        string.Create(CultureInfo.InvariantCulture, $"{i:X32}")
                    );
                for (var i = 0; i < 5; i++)
                {
                    Assert.Equal("granted", (await journey.EnrollAsync(Request(i))).Verdict());
                }

                Assert.Equal("s:Authorization DeviceCapReached", (await journey.EnrollAsync(Request(5))).Verdict());
                Assert.Equal("granted", (await journey.EnrollAsync(Request(4))).Verdict());
                Assert.Equal(5, (await journey.OverviewAsync()).Enrolled);
            },
            ("Devices:MaxPerUser", "5")
        );

    [Fact]
    [Trait("Abuse", "SO-26")]
    public Task Maintenance_RejectsDevicesWithARetryTime() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var request = EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()));
                journey.Get<IConfiguration>()["Devices:Maintenance"] = "true";

                var enrolling = await journey.EnrollAsync(request);
                var syncing = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(device.Profile.DeviceId),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );

                Assert.Equal("s:EnrollmentServer InMaintenance", enrolling.Verdict());
                Assert.Contains(EnrollmentWire.MessageId, enrolling.Text, StringComparison.Ordinal);
                Assert.Equal(503, syncing.Status);
                Assert.All(new[] { enrolling, syncing }, a => Assert.Equal(TimeSpan.FromMinutes(10), a.Response.Headers.RetryAfter?.Delta));

                journey.Get<IConfiguration>()["Devices:Maintenance"] = "false";
                Assert.Equal("granted", (await journey.EnrollAsync(request)).Verdict());
                await journey.SyncAsync(device);
            }
        );

    [Fact]
    [Trait("Abuse", "SO-27")]
    public Task ProvisioningDocument_ContainsTheConfiguredAddressAndNoSecret() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                var answer = await journey.EnrollAsync(
                    EnrollmentWire.Request(token),
                    message =>
                    {
                        message.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");
                        message.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
                    }
                );

                var document = answer.Document();
                Assert.Contains(
                    $"<parm name=\"ADDR\" value=\"{new Uri(journey.Server.Url, "/mam/sync/")}{answer.EnrollmentId()}\"/>",
                    document,
                    StringComparison.Ordinal
                );
                Assert.Contains("<parm name=\"PROVIDER-ID\" value=\"MamConsole\"/>", document, StringComparison.Ordinal);
                Assert.DoesNotContain("evil.example", document, StringComparison.Ordinal);
                Assert.DoesNotContain(token, answer.Text + document, StringComparison.Ordinal);
                Assert.DoesNotContain(journey.Server.Tenant.ConsoleClientSecret, document, StringComparison.Ordinal);
                Assert.NotNull(answer.Response.Content.Headers.ContentLength);
            }
        );

    [Fact]
    public Task EnrollmentFault_IsSentWithStatus200WhenConfigured() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var answer = await journey.EnrollAsync(EnrollmentWire.Request("a.b.c"));

                Assert.Equal((200, "s:Authentication"), (answer.Status, answer.Verdict()));
            },
            ("Devices:FaultStatus", "200")
        );

    [Fact]
    public Task EnrollmentRejection_IsCountedAndLoggedWithItsTraceId() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var log = new CapturedLog();
                journey.Get<ILoggerFactory>().AddProvider(log);
                var counted = new System.Collections.Concurrent.ConcurrentQueue<string>();
                var factory = journey.Get<IMeterFactory>();
                using var listener = new MeterListener();
                listener.InstrumentPublished = (instrument, self) =>
                {
                    if (instrument.Meter.Name == EnrollmentMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
                    {
                        self.EnableMeasurementEvents(instrument);
                    }
                };
                listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Enqueue($"{tags[0].Value}"));
                listener.Start();
                var request = EnrollmentWire.Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()));

                await journey.EnrollAsync(request);
                await journey.EnrollAsync(request);
                var rejected = await journey.EnrollAsync(EnrollmentWire.Request("a.b.c"));

                Assert.Equal(["Enrolled", "Repeated", "Authentication"], counted);
                Assert.Contains(EnrollmentWire.Between(rejected.Text, "<TraceId>", "<"), log.All, StringComparison.Ordinal);
            }
        );

    [Fact]
    public async Task EnrollmentFault_HidesTheDetailsOfAnUnexpectedException()
    {
        await using var server = await TestServer.StartAsync(
            new TestServerOptions { Services = s => s.AddSingleton<IDataProtectionProvider>(new BrokenKeys()) }
        );
        var request = EnrollmentWire.Request(server.Tenant.IssueDeviceToken(server.Tenant.People[0]), change: ("EnrollmentData", "AAAA"));

        var answer = await Wire.PostAsync(server.Url, "/mam/enroll", System.Text.Encoding.UTF8.GetBytes(request));

        Assert.Equal(("a:InternalServiceFault", 500), (answer.Verdict(), answer.Status));
        Assert.DoesNotContain("broken", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<AuditEntry>> AuditAsync(Journey journey, string action) =>
        (await journey.Get<AuditQueries>().PageAsync(Journey.HelpDesk, new AuditFilter { Action = action, Take = 200 }, Cancel))
            .Value()
            .Entries;

    /// <summary>Data protection keys that fail with an unexpected exception.</summary>
    private sealed class BrokenKeys : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => throw new InvalidOperationException("broken");

        public byte[] Unprotect(byte[] protectedData) => throw new InvalidOperationException("broken");
    }
}

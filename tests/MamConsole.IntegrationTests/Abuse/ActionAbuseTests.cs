using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>Unenrollment, blocking, device names and concurrent sessions: the invariants for any message from a device.</summary>
public sealed class ActionAbuseTests
{
    private static readonly SyncCommand UnenrollAlert = new SyncCommand.Alert(
        "9",
        1226,
        [new SyncItem(Type: "com.microsoft:mdm.unenrollment.userrequest", Format: "int", Data: "1")]
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-47")]
    public Task UnenrollAlert_IsAcceptedOnceAndOnlyFromTheDeviceItself(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                await journey.SyncAsync(device);
                var action = (
                    await journey
                        .Get<QueueDeviceAction>()
                        .ExecuteAsync(Journey.HelpDesk, id, new DeviceActionRequest { Kind = DeviceActionKind.ReadNodes }, null, Cancel)
                ).Value();
                var (mine, theirs) = (
                    journey.Server.Tenant.IssueDeviceToken(journey.Person()),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person(1))
                );
                var before = await journey.SnapshotAsync();

                var foreign = await SendAsync("2", theirs);
                Assert.Equal(403, foreign.Status);
                Assert.Equal(before, await journey.SnapshotAsync());

                Assert.Equal(200, (await SendAsync("3", mine)).Status);
                var ended = await journey.SnapshotAsync();
                journey.Time.Advance(TimeSpan.FromMinutes(1));
                var again = await SendAsync("4", mine);

                Assert.Equal((403, foreign.Text), (again.Status, again.Text));
                Assert.Equal(ended, await journey.SnapshotAsync());
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'deviceUnenrolled'"));
                Assert.Equal(
                    DeviceActionState.Cancelled,
                    (await journey.Get<DeviceActionQueries>().GetAsync(Journey.HelpDesk, id, action.Id, Cancel)).Value().State
                );
                var page = await journey.PageAsync(id);
                Assert.Equal((DeviceState.Unenrolled, 1), (page.Row.State, page.Row.AcknowledgedNumber));
                Assert.All(page.Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));

                Task<WireAnswer> SendAsync(string session, string token) =>
                    Wire.PostAsync(
                        journey.Server.Url,
                        "/mam/sync",
                        Package.One(device.Profile.DeviceId, session, more: UnenrollAlert),
                        token
                    );
            }
        );

    [Theory]
    [InlineData("<script>alert(document.domain)</script>")]
    [InlineData("<img src=x onerror=alert(1)>\"'><svg/onload=alert(2)>")]
    [InlineData("=cmd|' /C calc'!A1")]
    [InlineData("${jndi:ldap://127.0.0.1:9/a}{{7*7}}@(7*7)${7*7}")]
    [Trait("Abuse", "SY-51")]
    public Task DeviceReportedText_IsEscapedOnPagesAndUnchangedInTheApi(string text) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync(change: p =>
                    p with
                    {
                        Model = text,
                        DeviceName = text.Length > 15 ? text[..15] : text,
                    }
                );
                var id = Journey.IdOf(device);
                await journey.SyncAsync(device);
                var action = (
                    await journey
                        .Get<QueueDeviceAction>()
                        .ExecuteAsync(
                            Journey.HelpDesk,
                            id,
                            new DeviceActionRequest { Kind = DeviceActionKind.ReadNodes, LocUris = ["./DevInfo/Mod"] },
                            null,
                            Cancel
                        )
                ).Value();
                var log = (
                    await journey
                        .Get<QueueDeviceAction>()
                        .ExecuteAsync(Journey.HelpDesk, id, new DeviceActionRequest { Kind = DeviceActionKind.RetrieveLogs }, null, Cancel)
                ).Value();
                device.Change(tree => tree with { WorkDataLog = text });
                await journey.SyncAsync(device);

                using var client = await journey.Server.SignedInApiClientAsync("HelpDesk");
                var detail = System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync($"/api/v1/devices/{id}", Cancel))!;
                var request = System.Text.Json.Nodes.JsonNode.Parse(
                    await client.GetStringAsync($"/api/v1/devices/{id}/commands/{action.Id}", Cancel)
                )!;
                var logged = System.Text.Json.Nodes.JsonNode.Parse(
                    await client.GetStringAsync($"/api/v1/devices/{id}/commands/{log.Id}", Cancel)
                )!;
                Assert.Equal(text, (string?)detail["row"]!["model"]);
                Assert.Equal(text, (string?)request["nodes"]![0]!["value"]);
                Assert.Equal(text, (string?)logged["nodes"]![3]!["value"]);

                var browser = journey.Server.CreateBrowser();
                await browser.SignInAsync(journey.Server.Tenant.WithRoles("HelpDesk"));
                foreach (var address in new[] { $"/devices/{id}", "/devices", "/audit" })
                {
                    var page = await browser.OpenAsync(address);
                    Assert.Equal(200, (int)page.Status);
                    Assert.DoesNotContain("<script>alert", page.Html, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("<img src=x", page.Html, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("<svg/onload", page.Html, StringComparison.OrdinalIgnoreCase);
                }

                Assert.Contains(
                    System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text),
                    (await browser.OpenAsync($"/devices/{id}")).Html,
                    StringComparison.Ordinal
                );
            }
        );

    [Theory]
    [
        InlineData("' OR 1=1 --"),
        InlineData("x'; DROP TABLE enrollments; --"),
        InlineData("\" OR \"\"=\""),
        InlineData("a%b_c"),
        InlineData("${jndi:ldap://x}")
    ]
    [Trait("Abuse", "SY-53")]
    public Task DeviceId_WithForbiddenCharactersIsRejectedByEnrollmentAndSync(string deviceId) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var genuine = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var before = await journey.SnapshotAsync();

                var rejected = await journey
                    .NewDevice(change: p => p with { DeviceId = deviceId })
                    .EnrollAsync(new Uri(journey.Server.Url, "/mam/enroll"), cancellation: Cancel);
                var answer = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(deviceId), token);

                Assert.Equal((false, "0x80180019"), (rejected.Succeeded, rejected.HResult));
                Assert.Equal(403, answer.Status);
                Assert.Equal(before, await journey.SnapshotAsync());
                await journey.SyncAsync(genuine);
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-54")]
    public Task DeviceId_InAnotherCaseIsTheSameDevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var upper = await journey.EnrolledAsync(change: p => p with { DeviceId = "ABCDEF0123456789ABCDEF0123456789" });
                var lower = await journey.EnrolledAsync(change: p => p with { DeviceId = "abcdef0123456789abcdef0123456789" });
                var mixed = await journey.EnrolledAsync(change: p => p with { DeviceId = "AbCdEf0123456789aBcDeF0123456789" });

                Assert.Equal(1, (await journey.OverviewAsync()).Enrolled);
                Assert.Equal(EndReason.Reenrolled, (await journey.RecordAsync(upper)).Enrollment.EndReason);
                Assert.Equal(EndReason.Reenrolled, (await journey.RecordAsync(lower)).Enrollment.EndReason);
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(DISTINCT device_id) FROM enrollments"));

                // The device is answered with its id in the case of its own message.
                await journey.SyncAsync(mixed);
                var answer = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One("ABCDEF0123456789ABCDEF0123456789", "7"),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );
                Assert.Equal((200, "ABCDEF0123456789ABCDEF0123456789"), (answer.Header, answer.Message.Header.Target));
            }
        );

    [Theory]
    [
        InlineData("ＡBCDEF0123456789"),
        InlineData("ABCDEF\u00A00123456789"),
        InlineData("ABCDE\u0301F0123456789"),
        InlineData("\u0041\u030ABCDEF"),
        InlineData("\u00C5BCDEF"),
        InlineData("ABCDEF\u200B0123"),
        InlineData("ſBCDEF"),
        InlineData("ABCDEF ")
    ]
    [Trait("Abuse", "SY-54")]
    public Task DeviceId_WithLookAlikeCharactersMatchesNoDeviceAndCannotEnroll(string deviceId) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.EnrolledAsync(change: p => p with { DeviceId = "ABCDEF0123456789" });
                await journey.EnrolledAsync(change: p => p with { DeviceId = "SBCDEF" });
                await journey.EnrolledAsync(change: p => p with { DeviceId = "ABCDEF" });
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var before = await journey.SnapshotAsync();

                var answer = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(deviceId), token);
                var enrolled = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/enroll",
                    EnrollmentOf(deviceId, "LAPTOP", token),
                    change: AsSoap
                );

                // Blanks around a value belong to the XML and not to the id.
                if (deviceId.Trim(' ') != deviceId)
                {
                    Assert.Equal(3, (await journey.OverviewAsync()).Enrolled);
                    return;
                }

                Assert.Equal(403, answer.Status);
                Assert.Contains(">InvalidEnrollmentData<", enrolled.Text, StringComparison.Ordinal);
                Assert.Equal(before, await journey.SnapshotAsync());
            }
        );

    [Fact]
    [Trait("Abuse", "SY-54")]
    public Task DeviceName_IsTruncatedTo256Characters() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                foreach (var length in new[] { 300, 16 * 1024, 64 * 1024 })
                {
                    var answer = await Wire.PostAsync(
                        journey.Server.Url,
                        "/mam/enroll",
                        EnrollmentOf($"ABCDE{length}", new string('n', length), token),
                        change: AsSoap
                    );
                    Assert.Equal(200, answer.Status);
                }

                Assert.Equal(256, await journey.ScalarAsync<long>("SELECT max(length(device_name)) FROM enrollments"));
                Assert.Equal(3, (await journey.OverviewAsync()).Enrolled);
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-55")]
    public Task Sync_RecordsEachCommandOnceInConcurrentSessionsOfOneDevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var action = (
                    await journey
                        .Get<QueueDeviceAction>()
                        .ExecuteAsync(
                            Journey.HelpDesk,
                            Journey.IdOf(device),
                            new DeviceActionRequest { Kind = DeviceActionKind.VerifyHealth },
                            null,
                            Cancel
                        )
                ).Value();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                var openings = await Task.WhenAll(
                    Enumerable
                        .Range(1, 20)
                        .Select(i => Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, $"{i}"), token))
                );
                Assert.All(openings, a => Assert.True(a.Status is 200 or 503 or 429, a.ToString()));
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM sync_sessions"));

                // All sessions continue concurrently; one session is live, and the messages of the others have no effect.
                var answers = await Task.WhenAll(
                    openings
                        .Where(o => o.Status == 200)
                        .Select(o => Wire.PostAsync(journey.Server.Url, "/mam/sync", Answers(device, o.Message), token))
                );
                Assert.All(answers, a => Assert.True(a.Status is 200 or 503 or 429, a.ToString()));
                Assert.True(await journey.ScalarAsync<long>("SELECT count(*) FROM acknowledgements") <= 1);

                // The next session of the device succeeds, and everything is recorded once.
                journey.Time.Advance(TimeSpan.FromMinutes(16));
                await journey.SyncAsync(device);
                Assert.Single(await journey.LogAsync(device), a => a.Without.Count == 0);
                Assert.Equal(
                    DeviceActionState.Answered,
                    (await journey.Get<DeviceActionQueries>().GetAsync(Journey.HelpDesk, Journey.IdOf(device), action.Id, Cancel))
                        .Value()
                        .State
                );
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM device_commands"));
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-55")]
    public Task DeviceAction_IsSentOnceWhenTheSameMessageArrivesConcurrently(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var action = (
                    await journey
                        .Get<QueueDeviceAction>()
                        .ExecuteAsync(
                            Journey.HelpDesk,
                            Journey.IdOf(device),
                            new DeviceActionRequest { Kind = DeviceActionKind.VerifyHealth },
                            null,
                            Cancel
                        )
                ).Value();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                // The same message arrives on many connections: one claims the device action; the others receive the same bytes or a retry
                // time.
                var message = Package.One(device.Profile.DeviceId, "9");
                var openings = await Task.WhenAll(
                    Enumerable.Range(1, 20).Select(_ => Wire.PostAsync(journey.Server.Url, "/mam/sync", message, token))
                );

                var answered = openings.Where(o => o.Status == 200).ToArray();
                Assert.All(openings, o => Assert.True(o.Status is 200 or 503 or 429, o.ToString()));
                Assert.Single(answered.Select(a => a.Text).Distinct());
                Assert.Equal(
                    "./Vendor/MSFT/HealthAttestation/VerifyHealth",
                    Assert.IsType<SyncCommand.Exec>(Assert.Single(answered[0].Requested)).Items[0].Target
                );
                Assert.Equal(
                    1,
                    (await journey.Get<DeviceActionQueries>().GetAsync(Journey.HelpDesk, Journey.IdOf(device), action.Id, Cancel))
                        .Value()
                        .Attempts
                );
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-59")]
    public Task Sync_RejectsADeviceBlockedDuringItsSession(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), token);
                Assert.NotEmpty(first.Requested);

                (await journey.Get<BlockDevice>().ExecuteAsync(Journey.HelpDesk, id, "Stolen", Cancel)).Value();
                var blocked = await journey.SnapshotAsync();

                var next = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Answers(device, first.Message), token);
                var again = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), token);
                var anew = await Wire.PostAsync(journey.Server.Url, $"/mam/sync/{id}", Package.One(device.Profile.DeviceId, "2"), token);
                Assert.All(new[] { next, again, anew }, a => Assert.Equal(403, a.Status));
                Assert.Equal(blocked, await journey.SnapshotAsync());
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM sync_sessions"));

                // No Unenroll command was sent, and after the device is unblocked it receives the whole policy.
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM device_commands"));
                (await journey.Get<UnblockDevice>().ExecuteAsync(Journey.HelpDesk, id, Cancel)).Value();
                await journey.SyncAsync(device);
                Assert.All((await journey.PageAsync(id)).Settings, s => Assert.NotEqual(SettingLevel.Unknown, s.Level));
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "T-35")]
    public Task BlockedDevice_GetsTheSameAnswerAsAnUnknownDevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var neighbour = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var id = Journey.IdOf(device);
                var (mine, theirs) = (
                    journey.Server.Tenant.IssueDeviceToken(journey.Person()),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person(1))
                );

                (await journey.Get<BlockDevice>().ExecuteAsync(Journey.HelpDesk, id, "", Cancel)).Value();

                var blocked = await Wire.PostAsync(journey.Server.Url, $"/mam/sync/{id}", Package.One(device.Profile.DeviceId, "5"), mine);
                var foreign = await Wire.PostAsync(
                    journey.Server.Url,
                    $"/mam/sync/{id}",
                    Package.One(device.Profile.DeviceId, "5"),
                    theirs
                );
                var unknown = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One("FFFF", "5"), mine);
                Assert.Equal((403, foreign.Text), (blocked.Status, blocked.Text));
                Assert.Equal((403, foreign.Text), (unknown.Status, unknown.Text));
                Assert.Equal(foreign.Response.Headers.Select(h => h.Key).Order(), blocked.Response.Headers.Select(h => h.Key).Order());

                // The same person's other PC is not affected.
                await journey.SyncAsync(neighbour);
            }
        );

    /// <summary>The device's next message: status 200 for every requested command.</summary>
    private static byte[] Answers(SimulatedDevice device, SyncMLMessage requested)
    {
        var commands = requested.Commands.Where(c => c is not SyncCommand.Status).SelectMany(Flat).ToArray();
        var statuses = commands.Select((c, i) => new SyncCommand.Status($"{i + 2}", 1, c.CmdId, c.Name, StatusCode.Ok)).ToArray();
        Assert.NotEmpty(statuses);
        var header = new SyncHeader(requested.Header.SessionId, 2, "https://mam.contoso.example/mam/sync", device.Profile.DeviceId);
        return SyncMLWriter.Write(
            new SyncMLMessage(header, [new SyncCommand.Status("1", 1, "0", "SyncHdr", StatusCode.Ok), .. statuses], Final: true)
        );

        static IEnumerable<SyncCommand> Flat(SyncCommand command) =>
            command switch
            {
                SyncCommand.Atomic atomic => atomic.Commands.SelectMany(Flat).Prepend(command),
                SyncCommand.Sequence sequence => sequence.Commands.SelectMany(Flat).Prepend(command),
                _ => [command],
            };
    }

    private static byte[] EnrollmentOf(string deviceId, string deviceName, string token) =>
        EnrollmentRequestWriter.Write(
            new EnrollmentRequest
            {
                MessageId = "urn:uuid:2d2b1c57-0f7f-4a3a-9a55-1d9a2a7f3d01",
                Token = token,
                Context = [new("DeviceID", deviceId), new("DeviceName", deviceName), new("EnrollmentType", "AppManagement")],
            },
            "https://mam.contoso.example/mam/enroll"
        );

    private static void AsSoap(HttpRequestMessage request) =>
        request.Content!.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/soap+xml")
        {
            CharSet = "utf-8",
        };
}

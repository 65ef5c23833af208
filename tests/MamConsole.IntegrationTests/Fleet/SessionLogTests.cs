using System.Text;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Sessions;
using MamConsole.Simulator;

namespace MamConsole.IntegrationTests.Fleet;

/// <summary>A message is recorded without secrets exactly when it is answered.</summary>
public sealed class SessionLogTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task SessionLog_RecordsEachMessageWithoutItsToken(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var report = await journey.SyncAsync(device);

                var (session, enrollment) = (await ListAsync(journey, device)) switch
                {
                    [var newest, var oldest] => (newest, oldest),
                    var other => throw new InvalidOperationException($"{other.Count} sessions"),
                };

                Assert.Equal(
                    (SessionRecordKind.Enrollment, SessionEnding.Closed, 1),
                    (enrollment.Kind, enrollment.Ending, enrollment.Messages)
                );
                Assert.Equal(
                    (SessionRecordKind.Session, SessionEnding.Closed, report.SessionId, report.Exchanges.Length),
                    (session.Kind, session.Ending, session.SessionId, session.Messages)
                );
                Assert.Equal(journey.Time.GetUtcNow(), session.BeganAt);
                Assert.Equal(
                    (report.Exchanges.Sum(e => e.Sent.Length), report.Exchanges.Sum(e => e.Received!.Value.Length)),
                    (session.BytesIn, session.BytesOut)
                );
                Assert.Equal((0, 0), (session.Rejected, session.Unanswered));
                var requested = report.Commands.Count(c => c.Name is not ("Atomic" or "Sequence"));
                Assert.Equal(requested, session.Wrote + session.Requested);
                Assert.Equal(requested, session.Done);
                Assert.Equal((1L, 0L, 1L), (session.Assigned, session.AcknowledgedBefore, session.AcknowledgedAfter));

                var messages = await journey.Get<SessionStore>().MessagesAsync(session.Key, Cancel);
                Assert.Equal(Enumerable.Range(1, report.Exchanges.Length).Select(n => (long)n), messages.Select(m => m.Number));
                Assert.Equal(report.Exchanges.Select(e => SecretMask.Mask(e.Sent.Span)), messages.Select(m => m.Request));
                Assert.Equal(report.Exchanges.Select(e => e.Received!.Value.ToArray()), messages.Select(m => m.Answer));

                var all = messages.Concat(await journey.Get<SessionStore>().MessagesAsync(enrollment.Key, Cancel)).ToArray();
                Assert.All(all, m => TokenText.AssertNone($"{Text(m.Request)}\n{Text(m.Answer)}"));
                Assert.Contains(SecretMask.Mark, Text(all[0].Request), StringComparison.Ordinal);
                Assert.Contains(SecretMask.Mark, Text(all[^1].Request), StringComparison.Ordinal);
                Assert.All(all, m => Assert.Null(m.Note));
            }
        );

    [Theory, EveryDatabase]
    public Task SessionLog_CombinesEqualIdleSessionsInOneRow(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                for (var i = 0; i < 4; i++)
                {
                    await journey.SyncAsync(device);
                }

                var idle = (await ListAsync(journey, device))[0];
                Assert.Equal((true, 4L, 1L, journey.Time.GetUtcNow()), (idle.IsIdle, idle.Times, idle.Messages, idle.LastAt));
                Assert.Equal(3, (await ListAsync(journey, device)).Count);

                // A session without a signed-in user differs from the previous ones.
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, "77", login: "none"), token);
                Assert.Equal((4, 1L), ((await ListAsync(journey, device)).Count, (await ListAsync(journey, device))[0].Times));

                // A session with changes starts a new row.
                await journey.PublishAsync(WorkPolicies.Locking(6));
                await journey.SyncAsync(device);
                await journey.SyncAsync(device);
                Assert.Equal([1L, 1L, 1L, 4L, 1L, 1L], (await ListAsync(journey, device)).Select(c => c.Times));
            }
        );

    [Fact]
    public Task SessionLog_RecordsEachIdleSessionWhenConfigured() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                for (var i = 0; i < 4; i++)
                {
                    await journey.SyncAsync(device);
                }

                var all = await ListAsync(journey, device);
                Assert.Equal(5, all.Count);
                Assert.All(all, c => Assert.Equal(1, c.Times));
                Assert.NotNull((await journey.Get<SessionStore>().MessagesAsync(all[0].Key, Cancel))[0].Request);
            },
            ("Retention:RecordIdleSessions", "true")
        );

    [Theory, EveryDatabase]
    public Task SessionLog_RecordsRepeatedAndUnorderedMessagesUpToALimit(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var twice = new EveryMessageTwice();
                var device = await journey.EnrolledAsync(network: twice);
                await journey.SyncAsync(device);

                var session = (await ListAsync(journey, device))[0];
                Assert.Equal((twice.Messages, twice.Messages), (session.Messages, session.Extras));
                Assert.Equal(2 * twice.Messages, (await journey.Get<SessionStore>().MessagesAsync(session.Key, Cancel)).Count);

                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                for (var i = 0; i < SessionLog.MaximumExtras + 10; i++)
                {
                    await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.Next(device.Profile.DeviceId, 7 + i), token);
                }

                session = (await ListAsync(journey, device))[0];
                Assert.Equal(SessionLog.MaximumExtras, session.Extras);
                Assert.Equal(
                    session.Messages + session.Extras,
                    (await journey.Get<SessionStore>().MessagesAsync(session.Key, Cancel)).Count
                );
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_FailsWithoutEffectWhenItsMessageCannotBeRecorded(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var before = await journey.SnapshotAsync();
                var allow = await journey.FailInsertsAsync("conversation_messages");

                var report = await journey.TrySyncAsync(device);

                Assert.Equal(SyncOutcome.HttpFailed, report.Outcome);
                Assert.Equal(before, await journey.SnapshotAsync());
                Assert.Single(await ListAsync(journey, device));

                await allow();
                await journey.SyncAsync(device);
                Assert.Equal(2, (await ListAsync(journey, device)).Count);
            }
        );

    [Theory, EveryDatabase]
    public Task SessionLog_ReportsHowASessionEnded(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                // The session is started, and a new one replaces it.
                device.CrashAfterMessage(1);
                await journey.TrySyncAsync(device);
                Assert.Equal(SessionEnding.Open, (await ListAsync(journey, device))[0].Ending);
                device.CrashAfterMessage(1);
                await journey.TrySyncAsync(device);
                Assert.Equal(
                    [SessionEnding.Open, SessionEnding.Replaced],
                    (await ListAsync(journey, device)).Take(2).Select(c => c.Ending)
                );

                // The session is not continued.
                journey.Time.Advance(TimeSpan.FromMinutes(16));
                Assert.Equal(SessionEnding.Lost, (await ListAsync(journey, device))[0].Ending);
                Assert.True((await ListAsync(journey, device))[0].Unanswered > 0);
                await journey.SyncAsync(device);
                Assert.Equal([SessionEnding.Closed, SessionEnding.Lost], (await ListAsync(journey, device)).Take(2).Select(c => c.Ending));

                // The session is aborted, and the device unenrolls.
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(device.Profile.DeviceId, "88", more: [new SyncCommand.Alert("9", 1223, [])]),
                    token
                );
                Assert.Equal(SessionEnding.Aborted, (await ListAsync(journey, device))[0].Ending);
                var id = Journey.IdOf(device);
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(
                        device.Profile.DeviceId,
                        "89",
                        more:
                        [
                            new SyncCommand.Alert(
                                "9",
                                1226,
                                [new SyncItem(Type: "com.microsoft:mdm.unenrollment.userrequest", Format: "int", Data: "1")]
                            ),
                        ]
                    ),
                    token
                );
                Assert.Equal(SessionEnding.Unenrolled, (await ListAsync(journey, id))[0].Ending);
            }
        );

    [Theory, EveryDatabase]
    public Task SettingError_IsCountedAndLinksToItsSession(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.Reject("*/DeviceLock/DevicePasswordHistory", StatusCode.NotAllowed, "0x80070005");
                await journey.SyncAsync(device);
                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                var rejected = Assert.Single(
                    page.Deviations,
                    e => e.Kind == "rejected" && e.LocUri.EndsWith("DevicePasswordHistory", StringComparison.Ordinal)
                );
                Assert.NotNull(rejected.SessionRecordId);
                var session = (
                    await journey.Get<SessionQueries>().GetAsync(Journey.HelpDesk, Journey.IdOf(device), rejected.SessionRecordId, Cancel)
                ).Value();
                Assert.True(session.Row.Rejected > 0);
                Assert.Equal(LineMark.Bad, session.Row.Mark);
                var bad = Assert.Single(session.Exchanges.SelectMany(e => e.Message.Lines), l => l.Mark == LineMark.Bad);
                Assert.Equal(
                    ("Password history: the command is not allowed for this setting.", "Rejected (405)"),
                    (bad.Words, bad.MarkWords)
                );
                Assert.Equal(1, session.Row.Rejected);
                Assert.Equal(0, session.Row.Unanswered);
            }
        );

    [Theory, EveryDatabase]
    public Task SessionTranscript_DescribesMessagesInSentences(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var version = await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                device.OverridePolicy("DeviceLock/MaxInactivityTimeDeviceLock", "3");
                await journey.SyncAsync(device);
                var id = Journey.IdOf(device);
                var page = (await journey.Get<SessionQueries>().ListAsync(Journey.HelpDesk, id, null, 10, Cancel)).Value();

                var session = (await journey.Get<SessionQueries>().GetAsync(Journey.HelpDesk, id, page.Rows[0].Id, Cancel)).Value();

                var received = session.Exchanges.SelectMany(e => e.Message.Lines).ToArray();
                var lines = session.Exchanges.SelectMany(e => e.Answer.Lines).ToArray();
                Assert.Contains(received, l => l.Words == "The device starts a session.");
                Assert.Contains(received, l => l is { Words: "The device sends its token.", Meta: "token hidden" });
                Assert.Contains(received, l => l.Words.StartsWith("The device is a ", StringComparison.Ordinal));
                Assert.Contains(
                    received,
                    l => l is { Words: "Maximum inactivity time until lock: done.", Mark: LineMark.Good, MarkWords: "Done (200)" }
                );
                Assert.Contains(
                    received,
                    l => l is { Words: "Maximum inactivity time until lock is:", Mark: LineMark.Bad, MarkWords: "Differs", Detail: "3" }
                );
                Assert.Contains(lines, l => l is { Words: "Set “Maximum inactivity time until lock”:", Detail: "5 minutes" });
                Assert.Contains(lines, l => l.Words == "Read “Maximum inactivity time until lock”.");
                Assert.Contains(lines, l => l is { MarkWords: "Closed" });
                Assert.Equal(
                    (version.PolicyId, "Default", 1),
                    (session.Assigned!.PolicyId, session.Assigned.Name, session.Assigned.Number)
                );
                Assert.Null(session.AcknowledgedBefore);
                Assert.Equal(1, session.AcknowledgedAfter!.Number);
                Assert.All(session.Exchanges, e => Assert.Contains("\n  <SyncHdr>", e.Message.Xml, StringComparison.Ordinal));

                var enrolled = (await journey.Get<SessionQueries>().GetAsync(Journey.HelpDesk, id, page.Rows[^1].Id, Cancel)).Value();
                Assert.Contains("LAPTOP-001", Assert.Single(enrolled.Exchanges).Message.Lines[0].Words, StringComparison.Ordinal);
                Assert.Contains(SecretMask.Mark, enrolled.Exchanges[0].Message.Xml, StringComparison.Ordinal);
            }
        );

    [Fact]
    public Task SessionLog_ContainsNoCheckInOfAnotherPerson() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var stranger = journey.Server.Tenant.IssueDeviceToken(journey.Person(1));

                Assert.Equal(
                    403,
                    (await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), stranger)).Status
                );

                Assert.Single(await ListAsync(journey, device));
            }
        );

    [Fact]
    public Task SessionLog_LimitsTheStoredBytesOfOneSession() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var random = new Random(7);
                for (var message = 1; message <= 40; message++)
                {
                    // Without Final the session never ends, and random bytes cannot be compressed well.
                    var noise = new byte[150 * 1024];
                    random.NextBytes(noise);
                    var answer = new SyncMLMessage(
                        new SyncHeader("5", message, "https://mam.contoso.example/mam/sync", device.Profile.DeviceId),
                        [new SyncCommand.Replace("2", [new SyncItem(Source: "./DevInfo/Mod", Data: Convert.ToBase64String(noise))])],
                        Final: false
                    );
                    Assert.Equal(200, (await Wire.PostAsync(journey.Server.Url, "/mam/sync", SyncMLWriter.Write(answer), token)).Status);
                }

                var session = (await ListAsync(journey, device))[0];
                var messages = await journey.Get<SessionStore>().MessagesAsync(session.Key, Cancel);
                Assert.Equal((40L, 40), (session.Messages, messages.Count));
                Assert.Contains(messages, m => m.Note is not null);
                Assert.InRange(
                    await journey.ScalarAsync<long>("SELECT sum(length(request) + length(answer)) FROM conversation_messages"),
                    SessionLog.MaximumBytes / 2,
                    SessionLog.MaximumBytes + (512 * 1024)
                );
            }
        );

    private static Task<IReadOnlyList<SessionRecord>> ListAsync(Journey journey, SimulatedDevice device) =>
        ListAsync(journey, Journey.IdOf(device));

    private static async Task<IReadOnlyList<SessionRecord>> ListAsync(Journey journey, string id) =>
        await journey
            .Get<SessionStore>()
            .ListAsync((await journey.Get<DeviceStore>().FindAsync(id, Cancel))!.Enrollment.Key, null, 100, Cancel);

    private static string Text(byte[]? body) => body is null ? "" : Encoding.UTF8.GetString(body);
}

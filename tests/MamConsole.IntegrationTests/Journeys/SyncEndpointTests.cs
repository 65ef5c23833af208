using System.Net.Http.Headers;
using System.Text;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>How <c>/mam/sync</c> handles messages that no real device sends.</summary>
public sealed class SyncEndpointTests
{
    private const string Sqlite = "Sqlite";

    [Fact]
    public Task SyncEndpoint_RejectsInvalidContentWithItsStatus() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var right = Package.One(device.Profile.DeviceId);
                var text = Encoding.UTF8.GetString(right);
                var before = await journey.SnapshotAsync();

                Assert.Equal(
                    415,
                    await StatusAsync(right, r => r.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/xml"))
                );
                Assert.Equal(415, await StatusAsync(right, r => r.Content!.Headers.ContentType = null));
                Assert.Equal(
                    415,
                    await StatusAsync(
                        right,
                        r => r.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.syncml.dm+wbxml")
                    )
                );
                Assert.Equal(415, await StatusAsync(right, r => r.Content!.Headers.ContentType!.CharSet = "utf-16"));
                Assert.Equal(415, await StatusAsync(right, r => r.Content!.Headers.ContentEncoding.Add("gzip")));
                Assert.Equal(400, await StatusAsync([]));
                Assert.Equal(400, await StatusAsync("<html/>"u8.ToArray()));
                Assert.Equal(
                    400,
                    await StatusAsync(
                        Encoding.UTF8.GetBytes(
                            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + text[(text.IndexOf("?>", StringComparison.Ordinal) is var at && at > 0 ? at + 2 : 0)..]
                        )
                    )
                );
                Assert.Equal(
                    400,
                    await StatusAsync(
                        Encoding.UTF8.GetBytes(text.Replace("<MsgID>1</MsgID>", "<MsgID>0x1</MsgID>", StringComparison.Ordinal))
                    )
                );
                Assert.Equal(413, await StatusAsync(new byte[(2 * 1024 * 1024) + 1]));
                Assert.Equal(413, await StatusAsync(new byte[(2 * 1024 * 1024) + 1], r => r.Headers.TransferEncodingChunked = true));
                Assert.Equal(401, (await Wire.PostAsync(journey.Server.Url, "/mam/sync", new byte[(64 * 1024) + 1])).Status);
                Assert.Equal(before, await journey.SnapshotAsync());

                async Task<int> StatusAsync(byte[] body, Action<HttpRequestMessage>? change = null) =>
                    (await Wire.PostAsync(journey.Server.Url, "/mam/sync", body, token, change)).Status;
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_IgnoresAnswersToCommandsThatWereNotSent(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                const string status = WorkPolicies.Protection + "../Status";

                // The first message contains answers although no command was sent yet.
                var first = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(
                        device.Profile.DeviceId,
                        more:
                        [
                            new SyncCommand.Status("7", 1, "1002", "Replace", StatusCode.Ok),
                            new SyncCommand.Results("8", 1, "1001", [new SyncItem(Source: status, Data: "11")]),
                        ]
                    ),
                    token
                );
                Assert.NotEmpty(first.Requested);
                Assert.Equal(0, (await journey.RecordAsync(device)).SyncState.Acknowledged);

                // A message number with a gap.
                var before = await journey.SnapshotAsync();
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(device.Profile.DeviceId, 7, new SyncCommand.Status("2", 1, "1002", "Replace", StatusCode.Ok)),
                    token
                );
                Assert.Equal(before, await journey.SnapshotAsync());

                // The next message contains another command name, another message number, a command that was never sent, and a value that
                // was not requested.
                var second = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(
                        device.Profile.DeviceId,
                        2,
                        new SyncCommand.Status("2", 1, "1002", "Add", StatusCode.Ok),
                        new SyncCommand.Status("3", 9, "1002", "Replace", StatusCode.Ok),
                        new SyncCommand.Status("4", 1, "1999", "Replace", StatusCode.Ok),
                        new SyncCommand.Results(
                            "5",
                            1,
                            "1002",
                            [new SyncItem(Source: WorkPolicies.Lock + "MaxInactivityTimeDeviceLock", Data: "5")]
                        )
                    ),
                    token
                );
                Assert.Equal(200, second.Header);
                var page = await journey.PageAsync(device);
                Assert.All(page.Settings, s => Assert.Equal((SettingLevel.Unknown, null, null), (s.Level, s.AcknowledgedAt, s.ReadBackAt)));
                Assert.Equal(DeviceState.Attention, page.Row.State);

                await journey.SyncAsync(device);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_UsesTheFirstStatusOfACommand(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), token);
                var requested = Assert.IsType<SyncCommand.Atomic>(Assert.Single(first.Requested));

                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(
                        device.Profile.DeviceId,
                        2,
                        [
                            .. requested.Commands.SelectMany(
                                (c, i) =>
                                    new SyncCommand[]
                                    {
                                        new SyncCommand.Status($"{10 + (2 * i)}", 1, c.CmdId, c.Name, new StatusCode(405)),
                                        new SyncCommand.Status($"{11 + (2 * i)}", 1, c.CmdId, c.Name, StatusCode.Ok),
                                    }
                            ),
                        ]
                    ),
                    token
                );

                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.Rejected, s.Level));
            }
        );

    [Fact]
    public Task Sync_EndsASessionThatTheDeviceAborts() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), token);

                var answer = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(device.Profile.DeviceId, 2, new SyncCommand.Alert("2", 1223, [])),
                    token
                );

                Assert.Equal((200, false), (answer.Header, answer.Requested.Any()));
                Assert.Null((await journey.RecordAsync(device)).Session);
                await journey.SyncAsync(device);
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_FailsAndStoresNothingWhenTheDatabaseFails(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                foreach (var table in new[] { "device_facts", "sync_sessions", "acknowledgements", "device_deviations", "fleet_counters" })
                {
                    var heal = await journey.FailInsertsAsync(table);
                    var before = await journey.SnapshotAsync();

                    var report = await journey.TrySyncAsync(device);

                    Assert.Equal((table, SyncOutcome.HttpFailed, "HTTP 500"), (table, report.Outcome, report.Detail));
                    Assert.True(report.Exchanges.Length > 1 || before == await journey.SnapshotAsync());
                    await heal();
                }

                await journey.SyncAsync(device);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_RetainsOneOfManyConcurrentSessions(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                var answers = await Task.WhenAll(
                    Enumerable
                        .Range(1, 20)
                        .Select(session =>
                            Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, $"{session}"), token)
                        )
                );

                Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 503 }));
                Assert.Contains(answers, a => a.Status == 200);
                Assert.All(answers.Where(a => a.Status == 503), a => Assert.NotNull(a.Response.Headers.RetryAfter));
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM sync_sessions"));
                await journey.SyncAsync(device);
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
            }
        );
}

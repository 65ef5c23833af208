using System.Text;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Simulator;
using MamConsole.Tests.Protocol.SyncML;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>
/// The rows of docs/reference/abuse-cases.md §3.1 about the content of a message, sent to the endpoint with a valid token.
/// </summary>
public sealed partial class SessionAbuseTests
{
    private const string Sqlite = "Sqlite";

    /// <summary>
    /// The bytes that the codec rejects in SyncMLAbuseTests: HTTP 400 or 413, nothing is stored, and the next valid session succeeds.
    /// </summary>
    [Theory]
    [
        InlineData("SY-09"),
        InlineData("SY-10"),
        InlineData("SY-11"),
        InlineData("SY-12"),
        InlineData("SY-13"),
        InlineData("SY-14"),
        InlineData("SY-15"),
        InlineData("SY-16")
    ]
    [
        InlineData("SY-17"),
        InlineData("SY-18"),
        InlineData("SY-19"),
        InlineData("SY-20"),
        InlineData("SY-21"),
        InlineData("SY-22"),
        InlineData("SY-23"),
        InlineData("SY-24")
    ]
    [
        InlineData("SY-25"),
        InlineData("SY-27"),
        InlineData("SY-28"),
        InlineData("SY-29"),
        InlineData("SY-34"),
        InlineData("SY-43"),
        InlineData("SY-44"),
        InlineData("SY-45")
    ]
    [InlineData("SY-46")]
    public Task HostileMessage_IsRejectedAndStoresNothing(string id) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var token = TokenOf(journey);
                var before = await journey.SnapshotAsync();

                foreach (var bytes in HostileMessages.Of(id, device.Profile.DeviceId))
                {
                    var answer = await Wire.PostAsync(journey.Server.Url, "/mam/sync", bytes, token);
                    Assert.Contains(answer.Status, new[] { 400, 413 });
                    Assert.InRange(answer.Body.Length, 1, 200);
                }

                Assert.Equal(before, await journey.SnapshotAsync());
                await journey.SyncAsync(device);
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
            }
        );

    [Fact, Trait("Abuse", "SY-26")]
    public Task DeviceId_SplitByCommentsOrCDataIsReadWhole() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var short_ = await journey.EnrolledAsync(change: p => p with { DeviceId = "AB12" });
                var before = await journey.RecordAsync(short_);

                // If only the first part were read, this would be the enrolled device.
                var longer = await PostAsync(journey, HostileMessages.Message(HostileMessages.Header("AB12<!-- -->34"), "<Final/>"));
                var whole = await PostAsync(journey, HostileMessages.Message(HostileMessages.Header("AB<![CDATA[12]]>"), "<Final/>"));

                Assert.Equal((403, 200), (longer.Status, whole.Status));
                Assert.Equal(before.Enrollment.Id, (await journey.RecordAsync(short_)).Enrollment.Id);
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-30")]
    public Task SessionId_OfAnotherDeviceDoesNotAffectItsSession(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var (a, b) = (await journey.EnrolledAsync(), await journey.EnrolledAsync(journey.Person(1)));
                var theirs = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(b.Profile.DeviceId), TokenOf(journey, 1));
                var session = (await journey.RecordAsync(b)).Session;
                Assert.NotNull(session);

                // Device A uses the id of B's open session: first for a second message, then for a new session.
                var stolen = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(a.Profile.DeviceId, 2, [.. StatusesFor(theirs)]),
                    TokenOf(journey)
                );
                var own = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(a.Profile.DeviceId), TokenOf(journey));

                Assert.Empty(stolen.Requested);
                Assert.NotEmpty(own.Requested);
                Assert.Equal(session.Live.LastBodyHash, (await journey.RecordAsync(b)).Session!.Live.LastBodyHash);
                Assert.All((await journey.PageAsync(a)).Settings, s => Assert.Null(s.AcknowledgedAt));

                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(b.Profile.DeviceId, 2, [.. StatusesFor(theirs)]),
                    TokenOf(journey, 1)
                );
                Assert.All((await journey.PageAsync(b)).Settings, s => Assert.NotNull(s.AcknowledgedAt));
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-33")]
    public Task DevInfo_WithTheIdOfAnotherDeviceChangesNeitherDevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var (a, b) = (
                    await journey.EnrolledAsync(change: p => p with { Model = "Own" }),
                    await journey.EnrolledAsync(journey.Person(1))
                );
                await journey.SyncAsync(a);
                var untouched = await journey.RecordAsync(b);
                journey.Time.Advance(TimeSpan.FromDays(2));

                var answer = await PostAsync(
                    journey,
                    HostileMessages.Message(
                        HostileMessages.Header(a.Profile.DeviceId),
                        $"<Replace><CmdID>2</CmdID><Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>{b.Profile.DeviceId}</Data></Item><Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>Foreign</Data></Item></Replace><Final/>"
                    )
                );

                // The difference is only logged until a real PC has proved that both ids are always the same
                // (docs/protocol-divergences.md).
                Assert.Equal(200, answer.Header);
                Assert.Equal("Own", (await journey.PageAsync(a)).Row.Model);
                var facts = await journey
                    .Get<FactStore>()
                    .GetAsync((await journey.RecordAsync(a)).Enrollment.Key, TestContext.Current.CancellationToken);
                Assert.Equal(a.Profile.DeviceId, facts.Values["./DevInfo/DevId"]);
                Assert.Equal((untouched.SyncState, ""), ((await journey.RecordAsync(b)).SyncState, (await journey.PageAsync(b)).Row.Model));
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-34")]
    public Task MessageId_ThatSkipsNumbersHasNoEffectAndARepeatedMessageIsAnsweredAgain(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var one = Package.One(device.Profile.DeviceId);
                var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", one, TokenOf(journey));
                var before = await journey.SnapshotAsync();

                var leap = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(device.Profile.DeviceId, 7, [.. StatusesFor(first)]),
                    TokenOf(journey)
                );
                var again = await Wire.PostAsync(journey.Server.Url, "/mam/sync", one, TokenOf(journey));

                Assert.Equal((200, false), (leap.Header, leap.Requested.Any()));
                Assert.Equal(first.Body, again.Body);
                Assert.Equal(before, await journey.SnapshotAsync());
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-35")]
    public Task ReplayedSession_DoesNotAcknowledgeALaterVersion(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                await journey.PublishAsync(WorkPolicies.Locking(6));
                var recorded = (await journey.SyncAsync(device)).Exchanges;
                Assert.Equal(3, recorded.Length);
                await journey.PublishAsync(WorkPolicies.Locking(7));

                // The recorded answers acknowledged 6 minutes, while 7 minutes are sent now with as many commands of the same names.
                foreach (var exchange in recorded)
                {
                    var answer = await Wire.PostAsync(journey.Server.Url, "/mam/sync", exchange.Sent, TokenOf(journey));
                    Assert.Equal(200, answer.Header);
                }

                var minutes = Minutes(await journey.PageAsync(device));
                Assert.Equal((SettingLevel.Unknown, null, null), (minutes.Level, minutes.AcknowledgedAt, minutes.ReadBackAt));
                await journey.SyncAsync(device);
                Assert.Equal(
                    (SettingLevel.ReadBack, "7"),
                    (Minutes(await journey.PageAsync(device)).Level, device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"))
                );
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-36"), Trait("Abuse", "SY-37"), Trait("Abuse", "SY-40")]
    public Task Answer_ThatMatchesNoSentCommandIsIgnored(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), TokenOf(journey));
                var sent = Commands(first).First(c => c is SyncCommand.Replace);

                // A status with another command id, another command name or another message number; results for a command that returns only
                // a status, and results of another node.
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(
                        device.Profile.DeviceId,
                        2,
                        new SyncCommand.Status("2", 1, "4711", "Replace", StatusCode.Ok),
                        new SyncCommand.Status("3", 1, sent.CmdId, "Delete", StatusCode.Ok),
                        new SyncCommand.Status("4", 2, sent.CmdId, "Replace", StatusCode.Ok),
                        new SyncCommand.Results(
                            "5",
                            1,
                            sent.CmdId,
                            [new SyncItem(Source: WorkPolicies.Lock + "MaxInactivityTimeDeviceLock", Data: "5")]
                        ),
                        new SyncCommand.Results(
                            "6",
                            1,
                            "4711",
                            [new SyncItem(Source: "./Device/Vendor/MSFT/EnterpriseDataProtection/Status", Data: "11")]
                        )
                    ),
                    TokenOf(journey)
                );

                var page = await journey.PageAsync(device);
                Assert.All(page.Settings, s => Assert.Equal((SettingLevel.Unknown, null, null), (s.Level, s.AcknowledgedAt, s.ReadBackAt)));
                Assert.Equal(DeviceState.Attention, page.Row.State);
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-38")]
    public Task Answer_AcknowledgesTheVersionThatWasSent(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync(
                    network: new BetweenAnswers(async message =>
                    {
                        if (message == 1)
                        {
                            await journey.PublishAsync(WorkPolicies.Locking(6));
                        }
                    })
                );

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.Equal((1, 2, DeviceState.Pending), (page.Row.AcknowledgedNumber, page.Row.AssignedNumber, page.Row.State));
                Assert.Null(Minutes(page).AcknowledgedAt);
                Assert.Equal([1L], (await journey.LogAsync(device)).Select(a => a.VersionId).Distinct());
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-39"), Trait("Abuse", "SY-41")]
    public Task Status_RepeatedOrWithAnInvalidCodeIsNoSuccess(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                foreach (var data in new[] { "500", "200 OK", "", "10000000000", "-200", "２００" })
                {
                    var device = await journey.EnrolledAsync();
                    var first = await Wire.PostAsync(
                        journey.Server.Url,
                        "/mam/sync",
                        Package.One(device.Profile.DeviceId),
                        TokenOf(journey)
                    );
                    var text = new StringBuilder(
                        "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>"
                    );
                    foreach (var (index, command) in Commands(first).Index())
                    {
                        // The second status would be the success.
                        text.Append(Status(10 + (2 * index), command, data)).Append(Status(11 + (2 * index), command, "200"));
                    }

                    var answer = await PostAsync(
                        journey,
                        HostileMessages.Message(
                            HostileMessages
                                .Header(device.Profile.DeviceId, "2")
                                .Replace("<SessionID>7<", "<SessionID>1<", StringComparison.Ordinal),
                            text + "<Final/>"
                        )
                    );

                    Assert.Equal(200, answer.Header);
                    var page = await journey.PageAsync(device);
                    Assert.NotEqual(DeviceState.UpToDate, page.Row.State);
                    Assert.All(page.Settings, s => Assert.Equal((null, null), (s.AcknowledgedAt, s.ReadBackAt)));
                }

                static string Status(int id, SyncCommand command, string data) =>
                    $"<Status><CmdID>{id}</CmdID><MsgRef>1</MsgRef><CmdRef>{command.CmdId}</CmdRef><Cmd>{command.Name}</Cmd><Data>{data}</Data></Status>";
            }
        );

    private static string TokenOf(Journey journey, int person = 0) => journey.Server.Tenant.IssueDeviceToken(journey.Person(person));

    private static Task<WireAnswer> PostAsync(Journey journey, string text) =>
        Wire.PostAsync(journey.Server.Url, "/mam/sync", HostileMessages.Utf8(text), TokenOf(journey));

    private static SettingState Minutes(DeviceDetail page) =>
        page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Lock + "MaxInactivityTimeDeviceLock");

    /// <summary>The commands of a server's answer, including those inside its groups.</summary>
    private static IEnumerable<SyncCommand> Commands(WireAnswer answer) =>
        answer.Requested.SelectMany(c =>
            c switch
            {
                SyncCommand.Atomic group => [group, .. group.Commands],
                SyncCommand.Sequence group => [group, .. group.Commands],
                _ => new[] { c },
            }
        );

    /// <summary>Status 200 for every command of the server's first message.</summary>
    private static IEnumerable<SyncCommand> StatusesFor(WireAnswer answer) =>
        Commands(answer).Select((c, i) => new SyncCommand.Status($"{10 + i}", 1, c.CmdId, c.Name, StatusCode.Ok));

    /// <summary>A device that received a Get for the value that it acknowledged, and this Get.</summary>
    private static async Task<(SimulatedDevice Device, SyncCommand.Get Get)> RequestedAsync(Journey journey)
    {
        await journey.PublishAsync(WorkPolicies.Locking(5));
        var device = await journey.EnrolledAsync();
        var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, "7"), TokenOf(journey));
        var statuses = string.Concat(
            Commands(first)
                .Select(
                    (c, i) =>
                        $"<Status><CmdID>{10 + i}</CmdID><MsgRef>1</MsgRef><CmdRef>{c.CmdId}</CmdRef><Cmd>{c.Name}</Cmd><Data>200</Data></Status>"
                )
        );
        var answer = await PostAsync(
            journey,
            HostileMessages.Message(HostileMessages.Header(device.Profile.DeviceId, "2"), statuses + "<Final/>")
        );
        return (
            device,
            Commands(answer)
                .OfType<SyncCommand.Get>()
                .First(g => g.Items[0].Target!.EndsWith("MaxInactivityTimeDeviceLock", StringComparison.Ordinal))
        );
    }

    private static string Chunk(
        SimulatedDevice device,
        SyncCommand.Get get,
        string size,
        string? data,
        bool more,
        bool final,
        int message
    ) =>
        HostileMessages.Message(
            HostileMessages.Header(device.Profile.DeviceId, $"{message}"),
            (
                data is null
                    ? ""
                    : $"<Results><CmdID>3</CmdID><MsgRef>2</MsgRef><CmdRef>{get.CmdId}</CmdRef><Item><Source><LocURI>{get.Items[0].Target}</LocURI></Source>"
                        + $"<Meta>{size}</Meta><Data>{data}</Data>{(more ? "<MoreData/>" : "")}</Item></Results>"
            ) + (final ? "<Final/>" : "")
        );
}

using System.Net.Http.Headers;
using System.Text;
using MamConsole.DemoTenant.Tokens;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.HelpDesk;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.HelpDesk.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>What <c>/mam/sync</c> says to those who are not who they should be, or say what nobody should (contract.md §3).</summary>
public sealed class SyncEndpointTests
{
    private const string Sqlite = "Sqlite";

    [Theory]
    [InlineData("SyncMLStatus", 200), InlineData("Http401", 401)]
    public Task Without_a_token_nothing_is_told(string answer, int status) => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var device = await journey.EnrolledAsync();
        var before = await journey.SnapshotAsync();

        var said = await Wire.PostAsync(journey.Server.Url, $"/mam/sync/{Journey.IdOf(device)}", Package.One(device.Profile.DeviceId));

        Assert.Equal(status, said.Status);
        if (status == 200)
        {
            Assert.All(said.Message.Commands, c => Assert.Equal(407, Assert.IsType<SyncCommand.Status>(c).Code.Value));
            Assert.Equal(4, said.Message.Commands.Length);
            Assert.True(said.Message.Final);
        }
        else
        {
            Assert.Equal("Bearer", said.Challenge);
        }

        Assert.Equal(before, await journey.SnapshotAsync());
    }, ("Devices:UnauthenticatedAnswer", answer));

    [Theory]
    [InlineData("SyncMLStatus", 200), InlineData("Http401", 401)]
    public Task A_bad_token_inside_the_message_is_no_token_at_all(string answer, int status) => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var device = await journey.EnrolledAsync();
        var forged = journey.Server.Tenant.IssueDeviceToken(journey.Person(), faults: new TokenFaults { Signature = TokenSignature.AnotherKey });

        var said = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, token: forged));

        Assert.Equal(status, said.Status);
        Assert.True(status == 401 ? said.Challenge == "Bearer" : said.Header == 401 && !said.Asked.Any());
    }, ("Devices:UnauthenticatedAnswer", answer));

    [Theory]
    [InlineData("SyncMLStatus"), InlineData("Http401")]
    public Task A_bad_token_in_the_header_is_refused_before_anything_is_read(string answer) => Journey.OnAsync(Sqlite, async journey =>
    {
        var tenant = journey.Server.Tenant;
        var right = tenant.IssueDeviceToken(journey.Person());
        var device = await journey.EnrolledAsync();
        var bodies = new HashSet<string>();
        foreach (var header in new[]
        {
            "Bearer", "Bearer nonsense", "Basic " + right, right, "Bearer " + right + "x",
            "Bearer " + tenant.IssueDeviceToken(journey.Person(), faults: new TokenFaults { Signature = TokenSignature.Removed }),
            "Bearer " + tenant.IssueDeviceToken(journey.Person(), faults: new TokenFaults { Claims = c => c["exp"] = 1_000_000 }),
            "Bearer " + tenant.IssueIdToken(journey.Person(), tenant.MamClientId),
        })
        {
            foreach (var message in new[] { Package.One(device.Profile.DeviceId), "no SyncML"u8.ToArray() })
            {
                var said = await Wire.PostAsync(journey.Server.Url, "/mam/sync", message, change: r => r.Headers.TryAddWithoutValidation("Authorization", header));
                Assert.Equal((header, 401, "Bearer"), (header, said.Status, said.Challenge));
                bodies.Add(said.Text);
            }
        }

        Assert.Single(bodies);
    }, ("Devices:UnauthenticatedAnswer", answer));

    [Fact]
    public Task A_good_token_for_something_else_is_forbidden() => Journey.OnAsync(Sqlite, async journey =>
    {
        var device = await journey.EnrolledAsync();

        var said = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), journey.Server.Tenant.IssueDeviceToken(
            journey.Person(), faults: new TokenFaults { Claims = c => c["scp"] = "access_as_user" }));

        Assert.Equal(403, said.Status);
    });

    [Fact]
    public Task A_stranger_learns_nothing_about_a_device() => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var device = await journey.EnrolledAsync();
        var gone = await journey.EnrolledAsync();
        var goneId = Journey.IdOf(gone);
        await gone.UnenrollAsync(TestContext.Current.CancellationToken);
        var (mine, theirs) = (journey.Server.Tenant.IssueDeviceToken(journey.Person()), journey.Server.Tenant.IssueDeviceToken(journey.Person(1)));
        var before = await journey.SnapshotAsync();

        var answers = new[]
        {
            await SayAsync(Journey.IdOf(device), device.Profile.DeviceId, theirs),
            await SayAsync("", device.Profile.DeviceId, theirs),
            await SayAsync("", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", theirs),
            await SayAsync("no-such-path", device.Profile.DeviceId, mine),
            await SayAsync(goneId, device.Profile.DeviceId, mine),
            await SayAsync(goneId, gone.Profile.DeviceId, mine),
            await SayAsync("", device.Profile.DeviceId.ToLowerInvariant().Replace('0', 'o'), mine),
        };

        Assert.All(answers, a => Assert.Equal((403, answers[0].Text), (a.Status, a.Text)));
        Assert.Equal(before, await journey.SnapshotAsync());

        Task<WireAnswer> SayAsync(string path, string deviceId, string token) =>
            Wire.PostAsync(journey.Server.Url, path.Length == 0 ? "/mam/sync" : $"/mam/sync/{path}", Package.One(deviceId), token);
    });

    [Fact]
    public Task Another_persons_token_within_a_session_ends_it() => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var device = await journey.EnrolledAsync();
        await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), journey.Server.Tenant.IssueDeviceToken(journey.Person()));
        var before = await journey.SnapshotAsync();

        var said = await Wire.PostAsync(
            journey.Server.Url, "/mam/sync", Package.Next(device.Profile.DeviceId, 2), journey.Server.Tenant.IssueDeviceToken(journey.Person(1)));

        Assert.Equal(403, said.Status);
        Assert.Equal(before, await journey.SnapshotAsync());
    });

    [Theory]
    [InlineData(TokenVersion.V1, TokenPlaces.Header), InlineData(TokenVersion.V2, TokenPlaces.Header), InlineData(TokenVersion.V1, TokenPlaces.Header | TokenPlaces.Alert)]
    public Task Both_forms_of_tokens_will_do(TokenVersion version, TokenPlaces places) => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var shape = new DeviceProfile { DeviceId = "ABCDEF0123456789ABCDEF0123456789", DeviceName = "LAPTOP-V" };
        using var http = new HttpClient();
        using var device = new SimulatedDevice(
            shape, http, _ => Task.FromResult<string?>(journey.Server.Tenant.IssueDeviceToken(journey.Person(), version)), new DeviceOptions { TokenPlaces = places }, journey.Time);

        await journey.EnrollAsync(device);
        await journey.SyncAsync(device);

        Assert.True(device.IsProtecting);
        Assert.Equal(journey.Person().UserName, (await journey.PageAsync(device)).Row.Upn);
    });

    [Theory]
    [InlineData(TokenVersion.V1), InlineData(TokenVersion.V2)]
    public Task A_token_inside_the_message_speaks_for_that_message_alone(TokenVersion version) => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var device = await journey.EnrolledAsync();
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person(), version);

        var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, token: token));
        var second = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.Next(device.Profile.DeviceId, 2));
        var third = await Wire.PostAsync(
            journey.Server.Url, "/mam/sync",
            Package.Next(device.Profile.DeviceId, 2, new SyncCommand.Alert("9", 1224, [new SyncItem(Type: "com.microsoft/MDM/AADUserToken", Data: token)])));

        Assert.Equal((200, true), (first.Header, first.Asked.Any()));
        Assert.Equal((407, false), (second.Header, second.Asked.Any()));
        Assert.Equal(200, third.Header);
    });

    [Theory]
    [InlineData("others"), InlineData("none")]
    public Task Who_else_sits_at_the_PC_is_asked_nothing_of(string login) => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var device = await journey.EnrolledAsync();

        var said = await Wire.PostAsync(
            journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, login: login), journey.Server.Tenant.IssueDeviceToken(journey.Person()));

        Assert.Equal((200, false), (said.Header, said.Asked.Any()));
        Assert.Equal(DeviceState.Pending, (await journey.PageAsync(device)).Row.State);
    });

    [Fact]
    public Task What_is_no_SyncML_is_refused_by_its_name() => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var device = await journey.EnrolledAsync();
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
        var right = Package.One(device.Profile.DeviceId);
        var text = Encoding.UTF8.GetString(right);
        var before = await journey.SnapshotAsync();

        Assert.Equal(415, await StatusAsync(right, r => r.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/xml")));
        Assert.Equal(415, await StatusAsync(right, r => r.Content!.Headers.ContentType = null));
        Assert.Equal(415, await StatusAsync(right, r => r.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.syncml.dm+wbxml")));
        Assert.Equal(415, await StatusAsync(right, r => r.Content!.Headers.ContentType!.CharSet = "utf-16"));
        Assert.Equal(415, await StatusAsync(right, r => r.Content!.Headers.ContentEncoding.Add("gzip")));
        Assert.Equal(400, await StatusAsync([]));
        Assert.Equal(400, await StatusAsync("<html/>"u8.ToArray()));
        Assert.Equal(400, await StatusAsync(Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text[(text.IndexOf("?>", StringComparison.Ordinal) is var at && at > 0 ? at + 2 : 0)..])));
        Assert.Equal(400, await StatusAsync(Encoding.UTF8.GetBytes(text.Replace("<MsgID>1</MsgID>", "<MsgID>0x1</MsgID>", StringComparison.Ordinal))));
        Assert.Equal(413, await StatusAsync(new byte[(2 * 1024 * 1024) + 1]));
        Assert.Equal(413, await StatusAsync(new byte[(2 * 1024 * 1024) + 1], r => r.Headers.TransferEncodingChunked = true));
        Assert.Equal(413, (await Wire.PostAsync(journey.Server.Url, "/mam/sync", new byte[(64 * 1024) + 1])).Status);
        Assert.Equal(before, await journey.SnapshotAsync());

        async Task<int> StatusAsync(byte[] body, Action<HttpRequestMessage>? change = null) =>
            (await Wire.PostAsync(journey.Server.Url, "/mam/sync", body, token, change)).Status;
    });

    [Theory, EveryDatabase]
    public Task Answers_to_what_was_never_asked_count_for_nothing(string provider) => Journey.OnAsync(provider, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Locking(5));
        var device = await journey.EnrolledAsync();
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
        const string status = WorkPolicies.Protection + "../Status";

        // In the first message, where nothing was sent yet.
        var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(
            device.Profile.DeviceId, more: [new SyncCommand.Status("7", 1, "1002", "Replace", StatusCode.Ok), new SyncCommand.Results("8", 1, "1001", [new SyncItem(Source: status, Data: "11")])]), token);
        Assert.NotEmpty(first.Asked);
        Assert.Equal(0, (await journey.RecordAsync(device)).Standing.Acknowledged);

        // Beside a session: a gap, and a session that is none.
        var before = await journey.SnapshotAsync();
        await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.Next(device.Profile.DeviceId, 7, new SyncCommand.Status("2", 1, "1002", "Replace", StatusCode.Ok)), token);
        Assert.Equal(before, await journey.SnapshotAsync());

        // In the next message: another name, another message, a command that was never sent, a value nobody asked for.
        var second = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.Next(
            device.Profile.DeviceId, 2,
            new SyncCommand.Status("2", 1, "1002", "Add", StatusCode.Ok),
            new SyncCommand.Status("3", 9, "1002", "Replace", StatusCode.Ok),
            new SyncCommand.Status("4", 1, "1999", "Replace", StatusCode.Ok),
            new SyncCommand.Results("5", 1, "1002", [new SyncItem(Source: WorkPolicies.Lock + "MaxInactivityTimeDeviceLock", Data: "5")])), token);
        Assert.Equal(200, second.Header);
        var page = await journey.PageAsync(device);
        Assert.All(page.Settings, s => Assert.Equal((SettingLevel.Unknown, null, null), (s.Level, s.AcknowledgedAt, s.ReadBackAt)));
        Assert.Equal(DeviceState.Attention, page.Row.State);

        await journey.SyncAsync(device);
        Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
    });

    [Theory, EveryDatabase]
    public Task The_first_status_of_a_command_counts(string provider) => Journey.OnAsync(provider, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Locking(5));
        var device = await journey.EnrolledAsync();
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
        var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), token);
        var asked = Assert.IsType<SyncCommand.Atomic>(Assert.Single(first.Asked));

        await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.Next(device.Profile.DeviceId, 2,
        [
            .. asked.Commands.SelectMany((c, i) => new SyncCommand[]
            {
                new SyncCommand.Status($"{10 + (2 * i)}", 1, c.CmdId, c.Name, new StatusCode(405)),
                new SyncCommand.Status($"{11 + (2 * i)}", 1, c.CmdId, c.Name, StatusCode.Ok),
            }),
        ]), token);

        Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.Refused, s.Level));
    });

    [Fact]
    public Task A_session_given_up_is_over() => Journey.OnAsync(Sqlite, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Locking(5));
        var device = await journey.EnrolledAsync();
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
        await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId), token);

        var said = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.Next(device.Profile.DeviceId, 2, new SyncCommand.Alert("2", 1223, [])), token);

        Assert.Equal((200, false), (said.Header, said.Asked.Any()));
        Assert.Null((await journey.RecordAsync(device)).Session);
        await journey.SyncAsync(device);
        Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
    });

    [Theory, EveryDatabase]
    public Task While_the_database_fails_nothing_is_answered_and_nothing_half_done(string provider) => Journey.OnAsync(provider, async journey =>
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
    });

    [Theory, EveryDatabase]
    public Task Of_many_sessions_at_once_one_is_live(string provider) => Journey.OnAsync(provider, async journey =>
    {
        await journey.PublishAsync(WorkPolicies.Everything);
        var device = await journey.EnrolledAsync();
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(session =>
            Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, $"{session}"), token)));

        Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 503 }));
        Assert.Contains(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status == 503), a => Assert.NotNull(a.Response.Headers.RetryAfter));
        Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM sync_sessions"));
        await journey.SyncAsync(device);
        Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
    });
}

using MamConsole.DemoTenant.Tokens;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// Clients that use variants that the protocol allows: each receives its policy, and none is reported as up to date without being so.
/// </summary>
public sealed class OddClientTests
{
    private const string Sqlite = "Sqlite";

    public static TheoryData<string> Clients => [.. Options.Keys];

    private static readonly Dictionary<string, DeviceOptions> Options = new()
    {
        ["Windows 11"] = new DeviceOptions { Shape = ClientShape.Windows11 },
        ["Windows 10 21H1"] = new DeviceOptions { Shape = ClientShape.Windows10 },
        ["without 1201, a Replace for each leaf"] = new DeviceOptions { Shape = ClientShape.Sparse },
        ["session 0"] = new DeviceOptions { SessionIdIsAlwaysZero = true },
        ["package 1 in two messages"] = new DeviceOptions { OpensInTwoMessages = true },
        ["package 1 in two messages, leaf by leaf"] = new DeviceOptions { OpensInTwoMessages = true, Shape = ClientShape.Sparse },
        ["results in chunks"] = new DeviceOptions { LargestText = 40 },
        ["token in the header alone"] = new DeviceOptions { TokenLocations = TokenLocations.Header },
        ["small messages"] = new DeviceOptions { MaxMessageSize = 4096 },
        ["small messages, small chunks, session 0"] = new DeviceOptions
        {
            MaxMessageSize = 3000,
            LargestText = 40,
            SessionIdIsAlwaysZero = true,
            OpensInTwoMessages = true,
        },
    };

    [Theory, MemberData(nameof(Clients))]
    public Task Client_GetsItsPolicyOnceInEachVariantOfTheProtocol(string client) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                // The device lock of WorkPolicies.Everything needs a larger message than the smallest clients accept; BatchTests cover it.
                var policy = Options[client].MaxMessageSize is null ? WorkPolicies.Everything : WorkPolicies.Protecting;
                await journey.PublishAsync(policy);
                var device = await journey.EnrolledAsync(
                    options: Options[client],
                    change: p => client == "Windows 10 21H1" ? p with { Build = 19043 } : p
                );
                var twice = await journey.EnrolledAsync(options: Options[client], network: new EveryMessageTwice());

                foreach (var one in new[] { device, twice })
                {
                    var report = await journey.SyncAsync(one);
                    Assert.DoesNotContain(report.Failures, f => f.Code.Value != 404);
                    await HasEverythingAsync(journey, one);
                    Assert.Empty((await journey.SyncAsync(one)).Commands);
                    await HasEverythingAsync(journey, one);
                }

                await journey.PublishAsync(
                    policy with
                    {
                        DeviceLock = policy.DeviceLock with { LockRequired = true, LockAfterMinutes = "7" },
                    }
                );
                await journey.SyncAsync(device);
                Assert.Equal("7", device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
                await HasEverythingAsync(journey, device);
            },
            ("Limits:CallsPerDevicePerMinute", "0")
        );

    [Theory, EveryDatabase]
    public Task FirstPackage_InTwoMessagesIsStoredAsOne(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync(
                    options: new DeviceOptions { OpensInTwoMessages = true },
                    change: p => p with { Manufacturer = "Brenta", Model = "Aria 14", Locale = "nb-NO" }
                );

                var report = await journey.SyncAsync(device);

                // The answer to the first part requests only the rest of the package.
                var first = SyncMLReader.Read(report.Exchanges[0].Received!.Value);
                Assert.Equal(
                    (false, 1222),
                    (first.Final, Assert.IsType<SyncCommand.Alert>(Assert.Single(first.Commands, c => c is not SyncCommand.Status)).Code)
                );
                var key = (await journey.RecordAsync(device)).Enrollment.Key;
                var facts = (await journey.Get<FactStore>().GetAsync(key, TestContext.Current.CancellationToken)).Values;
                Assert.Equal(
                    ("Brenta", "nb-NO", device.Profile.DeviceId),
                    (facts["./DevInfo/Man"], facts["./DevInfo/Lang"], facts["./DevInfo/DevId"])
                );
                Assert.Equal("Aria 14", (await journey.PageAsync(device)).Row.Model);
            }
        );

    [Theory, EveryDatabase]
    public Task LoginStatus_AppliesToAllMessagesOfTheFirstPackage(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var (id, token) = (device.Profile.DeviceId, journey.Server.Tenant.IssueDeviceToken(journey.Person()));
                var whole = SyncMLReader.Read(Package.One(id, login: "others"));

                var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", SyncMLWriter.Write(whole with { Final = false }), token);
                var second = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(id, 2, new SyncCommand.Replace("2", [new SyncItem(Source: "./DevInfo/Lang", Data: "en-US")])),
                    token
                );

                Assert.Equal(1222, Assert.IsType<SyncCommand.Alert>(Assert.Single(first.Requested)).Code);
                Assert.Equal((200, false), (second.Header, second.Requested.Any()));
                Assert.Equal(SettingLevel.Waiting, (await journey.PageAsync(device)).Settings[0].Level);
            }
        );

    [Fact]
    public Task Client_WithoutATokenReceivesAndChangesNothing() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync(options: new DeviceOptions { TokenLocations = TokenLocations.None });
                var before = await journey.SnapshotAsync();

                var report = await journey.TrySyncAsync(device);

                Assert.Equal((SyncOutcome.Rejected, "Status 407 on the header."), (report.Outcome, report.Detail));
                Assert.Empty(report.Commands);
                Assert.Equal(before, await journey.SnapshotAsync());
                Assert.Equal(DeviceState.Pending, (await journey.PageAsync(device)).Row.State);
            }
        );

    [Theory, EveryDatabase]
    public Task ExpiredTokenInSession_LeavesTheVersionUnacknowledgedUntilTheNext(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.ChangeTokenAfterMessage(
                    1,
                    journey.Server.Tenant.IssueDeviceToken(journey.Person(), faults: new TokenFaults { Claims = c => c["exp"] = 1_000_000 })
                );

                var report = await journey.TrySyncAsync(device);

                Assert.Equal((SyncOutcome.HttpFailed, "HTTP 401"), (report.Outcome, report.Detail));
                Assert.Equal(DeviceState.Sent, (await journey.PageAsync(device)).Row.State);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Null(s.AcknowledgedAt));

                device.ChangeTokenAfterMessage(1, null);
                await journey.SyncAsync(device);
                await HasEverythingAsync(journey, device);
            }
        );

    [Theory, EveryDatabase]
    public Task UnorderedMessage_IsAnsweredWithoutEffect(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.LeapInNextSession();

                Assert.Equal(SyncOutcome.ProtocolError, (await journey.TrySyncAsync(device)).Outcome);
                Assert.Equal(
                    (0, DeviceState.Sent),
                    ((int)(await journey.RecordAsync(device)).SyncState.Acknowledged, (await journey.PageAsync(device)).Row.State)
                );

                await journey.SyncAsync(device);
                await HasEverythingAsync(journey, device);
            }
        );

    [Theory, EveryDatabase]
    public Task AbortedSession_IsAnsweredAndLeavesTheVersionUnacknowledged(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.AbortNextSession();

                var report = await journey.TrySyncAsync(device);

                Assert.Equal((SyncOutcome.Aborted, 2), (report.Outcome, report.Exchanges.Length));
                var answer = SyncMLReader.Read(report.Exchanges[1].Received!.Value);
                Assert.Equal(
                    (true, "SyncHdr Alert"),
                    (answer.Final, string.Join(' ', answer.Commands.Select(c => ((SyncCommand.Status)c).Command)))
                );
                Assert.Null((await journey.RecordAsync(device)).Session);
                Assert.Equal(DeviceState.Sent, (await journey.PageAsync(device)).Row.State);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Null(s.AcknowledgedAt));

                await journey.SyncAsync(device);
                await HasEverythingAsync(journey, device);
            }
        );

    [Theory, EveryDatabase]
    public Task WipCleanup_DefersTheModeAndDeliversOtherSettings(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.CleanUpInNextSession();

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.Equal((false, DeviceState.Failed), (device.IsProtecting, page.Row.State));
                Assert.Equal("5", device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
                Assert.Equal(SettingLevel.Deferred, page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Mode).Level);
                Assert.All(
                    page.Deviations.Where(e => e.Kind == "rejected"),
                    e => Assert.Equal((500, "0x800700AA"), (e.Code, e.OriginalError ?? "0x800700AA"))
                );

                journey.Time.Advance(TimeSpan.FromHours(1));
                await journey.SyncAsync(device);
                await HasEverythingAsync(journey, device);
            }
        );

    [Theory, EveryDatabase]
    public Task RejectedProvider_DoesNotDelayOtherSettingsAndIsReportedAsFailed(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.Reject("*/AppLocker/*", new StatusCode(425), "0x80070005");

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.Equal((DeviceState.Failed, false), (page.Row.State, device.IsProtecting));
                Assert.Equal(SettingLevel.Deferred, page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Mode).Level);
                Assert.Contains(page.Deviations, e => e.Words.Contains("the command is not permitted (425", StringComparison.Ordinal));
                Assert.Equal("8", device.Tree.Read(WorkPolicies.Lock + "MinDevicePasswordLength"));
                Assert.Single((await journey.SyncAsync(device)).Exchanges);
            }
        );

    [Theory, EveryDatabase]
    public Task UnenrollAlert_InPackage1EndsTheEnrollment(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                foreach (
                    var options in new[]
                    {
                        new DeviceOptions(),
                        new DeviceOptions
                        {
                            OpensInTwoMessages = true,
                            SessionIdIsAlwaysZero = true,
                            Shape = ClientShape.Sparse,
                        },
                    }
                )
                {
                    var device = await journey.EnrolledAsync(options: options);
                    await journey.SyncAsync(device);
                    var id = Journey.IdOf(device);

                    await device.UnenrollAsync(TestContext.Current.CancellationToken);

                    Assert.Equal(DeviceState.Unenrolled, (await journey.PageAsync(id)).Row.State);
                }
            }
        );

    [Theory, EveryDatabase]
    public Task SlowClient_WithSmallMessagesCompletesItsSession(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Protecting);
                var device = await journey.EnrolledAsync(options: new DeviceOptions { MaxMessageSize = 2500 });
                device.BeSlow(3);

                await journey.SyncAsync(device);

                await HasEverythingAsync(journey, device);
            }
        );

    private static async Task HasEverythingAsync(Journey journey, SimulatedDevice device)
    {
        var page = await journey.PageAsync(device);
        Assert.All(page.Settings, s => Assert.Equal((s.Label, SettingLevel.ReadBack), (s.Label, s.Level)));
        Assert.Equal((DeviceState.UpToDate, 0), (page.Row.State, page.Row.Deviations));
        Assert.True(device.IsProtecting);
        Assert.Null((await journey.RecordAsync(device)).Session);
    }
}

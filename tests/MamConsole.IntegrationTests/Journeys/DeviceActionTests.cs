using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Access;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Simulator;
using Microsoft.Extensions.DependencyInjection;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Device actions are sent after the policy is complete, and their answers are stored.</summary>
public sealed class DeviceActionTests
{
    private const string Logs = "./Vendor/MSFT/Reporting/EnterpriseDataProtection/RetrieveByTimeRange/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task ReadNow_ReadsAllNodesAtTheNextCheckIn(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var action = await QueueAsync(journey, device, DeviceActionKind.ReadNodes);
                Assert.Equal((DeviceActionState.Queued, "Read now"), (action.State, action.Title));
                device.ChangeHealth(health => health with { Firewall = 1 });

                var report = await journey.SyncAsync(device);

                Assert.Contains(
                    report.Commands,
                    c => c.LocUri == "./Device/Vendor/MSFT/Policy/Result/DeviceLock/MaxInactivityTimeDeviceLock"
                );
                var answered = await FindAsync(journey, device, action.Id);
                Assert.Equal(
                    (DeviceActionState.Answered, 1, journey.Time.GetUtcNow()),
                    (answered.State, answered.Attempts, answered.EndedAt)
                );
                Assert.Equal("off", answered.Nodes.Single(n => n.Label == "Firewall").Words);
                Assert.Equal("off", (await journey.PageAsync(device)).Facts.Single(f => f.Label == "Firewall").Value);
                Assert.Empty((await journey.SyncAsync(device)).Commands);
            }
        );

    [Theory, EveryDatabase]
    public Task DeviceActions_AreSentAfterThePolicy(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var twice = new EveryMessageTwice();
                var device = await journey.EnrolledAsync(network: twice);
                device.Change(tree => tree with { WorkDataLog = """<Reporting Version="x/2.0"><User UserID="S-1"/></Reporting>""" });
                var log = await QueueAsync(journey, device, DeviceActionKind.RetrieveLogs);
                var read = await QueueAsync(
                    journey,
                    device,
                    DeviceActionKind.ReadNodes,
                    "./DevInfo/Mod",
                    "./Vendor/MSFT/DeviceStatus/TPM/SpecificationVersion"
                );
                var health = await QueueAsync(journey, device, DeviceActionKind.VerifyHealth);

                var report = await journey.SyncAsync(device);

                var uris = report.Commands.Select(c => c.LocUri ?? "").ToList();
                Assert.True(
                    uris.FindLastIndex(u => u.Contains("/EnterpriseDataProtection/Settings/", StringComparison.Ordinal))
                        < uris.IndexOf(Logs + "StartTime")
                );
                Assert.Equal(
                    [
                        Logs + "StartTime",
                        Logs + "StopTime",
                        Logs + "Type",
                        Logs + "Logs",
                        "./DevInfo/Mod",
                        "./Vendor/MSFT/DeviceStatus/TPM/SpecificationVersion",
                        "./Vendor/MSFT/HealthAttestation/VerifyHealth",
                        "./Vendor/MSFT/HealthAttestation/Status",
                    ],
                    uris.Skip(uris.IndexOf(Logs + "StartTime")).Where(u => u.Length > 0)
                );
                Assert.Equal(report.Exchanges.Length, twice.Messages);
                Assert.Contains("S-1", (await FindAsync(journey, device, log.Id)).Nodes[^1].Value, StringComparison.Ordinal);
                Assert.Equal(DeviceActionState.Answered, (await FindAsync(journey, device, read.Id)).State);
                Assert.Equal(
                    "The PC has not contacted the attestation service yet. Try again later.",
                    (await FindAsync(journey, device, health.Id)).Words
                );
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.NotEqual(SettingLevel.Unknown, s.Level));
            }
        );

    [Theory, EveryDatabase]
    public Task RetrieveLogs_AssemblesALargeLogFromChunks(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync(options: new DeviceOptions { LargestText = 8 * 1024 });
                var log = $"<Reporting>{new string('x', 50_000)}ü😀</Reporting>";
                device.Change(tree => tree with { WorkDataLog = log });
                var action = await QueueAsync(journey, device, DeviceActionKind.RetrieveLogs);

                await journey.SyncAsync(device);

                var answered = await FindAsync(journey, device, action.Id);
                Assert.Equal((DeviceActionState.Answered, log), (answered.State, answered.Nodes[^1].Value));
                var auditor = (
                    await journey
                        .Get<DeviceActionQueries>()
                        .GetAsync(PolicyTestHost.Person("Audrey", AppRole.Auditor), Journey.IdOf(device), action.Id, Cancel)
                ).Value();
                Assert.Null(auditor.Nodes[^1].Value);
                var listed = (await journey.Get<DeviceActionQueries>().ListAsync(Journey.HelpDesk, Journey.IdOf(device), null, 10, Cancel))
                    .Value()
                    .Rows.Single();
                Assert.Equal((DeviceActionQueries.MaximumListedLength, true), (listed.Nodes[^1].Value!.Length, listed.Nodes[^1].IsCut));
            }
        );

    [Theory, EveryDatabase]
    public Task DeviceAction_IsSentAtMostThreeTimesWithoutAnAnswer(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var action = await QueueAsync(journey, device, DeviceActionKind.VerifyHealth);
                for (var attempt = 1; attempt <= 3; attempt++)
                {
                    device.CrashAfterMessage(1);
                    Assert.Equal(SyncOutcome.Crashed, (await journey.TrySyncAsync(device)).Outcome);
                    var sent = await FindAsync(journey, device, action.Id);
                    Assert.Equal((DeviceActionState.Sent, attempt), (sent.State, sent.Attempts));
                }

                Assert.Empty((await journey.SyncAsync(device)).Commands);

                var failed = await FindAsync(journey, device, action.Id);
                Assert.Equal((DeviceActionState.Failed, 3, "The PC did not respond."), (failed.State, failed.Attempts, failed.Words));

                var again = await QueueAsync(journey, device, DeviceActionKind.VerifyHealth);
                device.CrashAfterMessage(1);
                await journey.TrySyncAsync(device);
                await journey.SyncAsync(device);
                Assert.Equal(
                    (DeviceActionState.Answered, 2),
                    ((await FindAsync(journey, device, again.Id)).State, (await FindAsync(journey, device, again.Id)).Attempts)
                );
            }
        );

    [Theory, EveryDatabase]
    public Task DeviceAction_IsNotSentWhileAnotherUserIsSignedIn(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var action = await QueueAsync(journey, device, DeviceActionKind.ReadNodes);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                foreach (var login in new[] { "others", "none" })
                {
                    Assert.Empty(
                        (
                            await Wire.PostAsync(
                                journey.Server.Url,
                                "/mam/sync",
                                Package.One(device.Profile.DeviceId, login, login: login),
                                token
                            )
                        ).Requested
                    );
                }

                Assert.Equal(
                    (DeviceActionState.Queued, 0),
                    ((await FindAsync(journey, device, action.Id)).State, (await FindAsync(journey, device, action.Id)).Attempts)
                );
                await journey.SyncAsync(device);
                Assert.Equal(DeviceActionState.Answered, (await FindAsync(journey, device, action.Id)).State);
            }
        );

    [Theory, EveryDatabase]
    public Task DeviceAction_CanBeCanceledAndExpires(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var back = await QueueAsync(journey, device, DeviceActionKind.VerifyHealth);
                var late = await QueueAsync(journey, device, DeviceActionKind.ReadNodes, "./DevInfo/Mod");

                var cancelled = (
                    await journey.Get<CancelDeviceAction>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), back.Id, Cancel)
                ).Value();
                Assert.Equal(DeviceActionState.Cancelled, cancelled.State);
                (
                    await journey.Get<CancelDeviceAction>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), back.Id, Cancel)
                ).Problem<DeviceActionCompleted>();
                journey.Time.Advance(DeviceCommand.Lifetime);
                Assert.Equal(DeviceActionState.Expired, (await FindAsync(journey, device, late.Id)).State);

                var report = await journey.SyncAsync(device);

                Assert.DoesNotContain(report.Commands, c => c.LocUri is "./DevInfo/Mod" or "./Vendor/MSFT/HealthAttestation/VerifyHealth");
                Assert.Equal(DeviceActionState.Expired, (await FindAsync(journey, device, late.Id)).State);
                Assert.False((await journey.RecordAsync(device)).HasCommands);
            }
        );

    [Theory, EveryDatabase]
    public Task QueueDeviceAction_TwiceQueuesOnce(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var queue = journey.Get<QueueDeviceAction>();
                var id = Journey.IdOf(device);
                var request = new DeviceActionRequest { Kind = DeviceActionKind.ReadNodes, LocUris = ["./DevInfo/Mod"] };

                var all = await Task.WhenAll(
                    Enumerable.Range(0, 8).Select(_ => queue.ExecuteAsync(Journey.HelpDesk, id, request, "one", Cancel))
                );
                Assert.Single(all.Select(a => a.Value().Id).Distinct());
                Assert.Equal(all[0].Value().Id, (await queue.ExecuteAsync(Journey.HelpDesk, id, request, null, Cancel)).Value().Id);
                (
                    await queue.ExecuteAsync(
                        Journey.HelpDesk,
                        id,
                        new DeviceActionRequest { Kind = DeviceActionKind.VerifyHealth },
                        "one",
                        Cancel
                    )
                ).Problem<IdempotencyKeyReused>();
                await journey.SyncAsync(device);

                // After it is answered, the idempotency key still returns the same action; without a key, a new one is queued.
                Assert.Equal(all[0].Value().Id, (await queue.ExecuteAsync(Journey.HelpDesk, id, request, "one", Cancel)).Value().Id);
                Assert.NotEqual(all[0].Value().Id, (await queue.ExecuteAsync(Journey.HelpDesk, id, request, null, Cancel)).Value().Id);
                Assert.Equal(2, await journey.ScalarAsync<long>("SELECT count(*) FROM device_commands"));
                Assert.Equal(2, await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'deviceAsked'"));
            }
        );

    [Fact]
    public Task QueueDeviceAction_LimitsTheOpenActionsOfADevice() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var queue = journey.Get<QueueDeviceAction>();
                var nodes = DeviceStatusCsp
                    .Requested.Concat(DevInfoCsp.Sent)
                    .Concat(EnterpriseDataProtectionCsp.All.Where(n => n.Use is CspUse.Author or CspUse.Read))
                    .Select(n => n.Uri)
                    .ToArray();
                var pairs = nodes
                    .SelectMany(a => nodes.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => (string[])[a, b]))
                    .Take(CommandQueue.MaximumOpen + 1)
                    .ToArray();
                foreach (var pair in pairs[..^1])
                {
                    (
                        await queue.ExecuteAsync(
                            Journey.HelpDesk,
                            Journey.IdOf(device),
                            new DeviceActionRequest { Kind = DeviceActionKind.ReadNodes, LocUris = pair },
                            null,
                            Cancel
                        )
                    ).Value();
                }

                (
                    await queue.ExecuteAsync(
                        Journey.HelpDesk,
                        Journey.IdOf(device),
                        new DeviceActionRequest { Kind = DeviceActionKind.ReadNodes, LocUris = pairs[^1] },
                        null,
                        Cancel
                    )
                ).Problem<TooManyDeviceActions>();

                // One hundred nodes require three messages, each within its limit.
                var report = await journey.SyncAsync(device);
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM device_commands WHERE state <> 3"));
                var sizes = report
                    .Exchanges.Select(e =>
                        SyncMLReader.Read(e.Received!.Value).Commands.OfType<SyncCommand.Sequence>().Sum(s => s.Commands.Length)
                    )
                    .ToArray();
                Assert.Equal([48, 48, 4, 0], sizes[^4..]);
            }
        );

    [Theory, Trait("Abuse", "PB-06")]
    [
        InlineData("./DevDetail/SwV"),
        InlineData("./Vendor/MSFT/RemoteWipe/doWipe"),
        InlineData("./DevInfo/../Vendor"),
        InlineData(""),
        InlineData("./DevInfo/Mod\u0000")
    ]
    [
        InlineData("./Device/Vendor/MSFT/DeviceStatus/%2e%2e/RemoteWipe/doWipe"),
        InlineData("./Vendor/MSFT/DeviceStatus/NetworkIdentifiers"),
        InlineData("./Vendor/MSFT/WiFi/Profile/Office/WlanXml")
    ]
    public Task QueueDeviceAction_RejectsNodesThatMayNotBeRead(string node) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();

                var outcome = await journey
                    .Get<QueueDeviceAction>()
                    .ExecuteAsync(
                        Journey.HelpDesk,
                        Journey.IdOf(device),
                        new DeviceActionRequest { Kind = DeviceActionKind.ReadNodes, LocUris = [node] },
                        null,
                        Cancel
                    );

                outcome.Problem<DeviceActionInvalid>();
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM device_commands"));
            }
        );

    [Fact]
    public Task QueueDeviceAction_NormalizesTheSpellingOfNodes() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var action = await QueueAsync(
                    journey,
                    device,
                    DeviceActionKind.ReadNodes,
                    "./device/vendor/msft/DEVICESTATUS/tpm/specificationversion/",
                    "./Vendor/MSFT/DeviceStatus/TPM/SpecificationVersion"
                );

                var report = await journey.SyncAsync(device);

                Assert.Single(
                    report.Commands,
                    c => c.LocUri == "./Vendor/MSFT/DeviceStatus/TPM/SpecificationVersion" && c.Name == "Get" && c.Code == StatusCode.Ok
                );
                Assert.Single((await FindAsync(journey, device, action.Id)).Nodes);
            }
        );

    [Theory, EveryDatabase]
    public Task RetryRejectedSettings_SendsRejectedSettingsAgain(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                device.Reject("*/MaxInactivityTimeDeviceLock", StatusCode.NotAllowed);
                await journey.SyncAsync(device);
                device.StopRejecting();
                Assert.Empty((await journey.SyncAsync(device)).Commands);
                Assert.Equal(DeviceState.Failed, (await journey.PageAsync(device)).Row.State);

                Assert.Equal(
                    1,
                    (await journey.Get<RetryRejectedSettings>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), Cancel)).Value()
                );
                Assert.Equal(DeviceState.Failed, (await journey.PageAsync(device)).Row.State);
                await FleetCount.CheckAsync(journey.Database, Cancel);
                await journey.SyncAsync(device);

                Assert.Equal("5", device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
                (
                    await journey.Get<RetryRejectedSettings>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), Cancel)
                ).Problem<NothingRejected>();
            }
        );

    [Fact]
    public Task DeviceActions_AreAnsweredInASessionOverTwoNodes() =>
        Journey.OnAsync(
            "PostgreSql",
            async journey =>
            {
                await using var second = await TestServer.StartAsync(
                    new TestServerOptions
                    {
                        Beside = journey.Server,
                        Settings = new Dictionary<string, string?> { ["PublicUrl"] = journey.Server.Url.GetLeftPart(UriPartial.Authority) },
                        Services = services => services.AddSingleton<TimeProvider>(journey.Time),
                    }
                );
                var device = await journey.EnrolledAsync(network: new RoundRobin(journey.Server.Url, second.Url));
                var health = await QueueAsync(journey, device, DeviceActionKind.VerifyHealth);
                var read = await QueueAsync(journey, device, DeviceActionKind.ReadNodes);

                await journey.SyncAsync(device);

                Assert.Equal(
                    (DeviceActionState.Answered, 1),
                    ((await FindAsync(journey, device, health.Id)).State, (await FindAsync(journey, device, health.Id)).Attempts)
                );
                Assert.Equal(
                    (DeviceActionState.Answered, 1),
                    ((await FindAsync(journey, device, read.Id)).State, (await FindAsync(journey, device, read.Id)).Attempts)
                );
            }
        );

    private static async Task<DeviceAction> QueueAsync(
        Journey journey,
        SimulatedDevice device,
        DeviceActionKind kind,
        params string[] nodes
    ) =>
        (
            await journey
                .Get<QueueDeviceAction>()
                .ExecuteAsync(
                    Journey.HelpDesk,
                    Journey.IdOf(device),
                    new DeviceActionRequest { Kind = kind, LocUris = nodes.Length == 0 ? null : nodes },
                    null,
                    Cancel
                )
        ).Value();

    private static async Task<DeviceAction> FindAsync(Journey journey, SimulatedDevice device, string id) =>
        (await journey.Get<DeviceActionQueries>().GetAsync(Journey.HelpDesk, Journey.IdOf(device), id, Cancel)).Value();
}

using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Shell;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>The ways to end an enrollment: Unenroll command, rejection, release, or unenrollment by the device.</summary>
public sealed class RetireTests
{
    private const string Unenroll = "./Device/Vendor/MSFT/DMClient/Provider/MamConsole/Unenroll";

    private static readonly Administrator Owner = PolicyTestHost.Person("Olga Owner", AppRole.Owner);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task RetireDevice_SendsTheUnenrollCommandAndTheDeviceUnenrolls(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                await RetireAsync(journey, device);
                var pending = (
                    await journey
                        .Get<QueueDeviceAction>()
                        .ExecuteAsync(Journey.HelpDesk, id, new DeviceActionRequest { Kind = DeviceActionKind.ReadNodes }, null, Cancel)
                ).Value();
                Assert.Equal(DeviceState.Retiring, (await journey.PageAsync(device)).Row.State);

                var report = await journey.TrySyncAsync(device);

                // The policy is sent first, then the device actions, and the Unenroll command alone at the end.
                Assert.Equal(SyncOutcome.Unenrolled, report.Outcome);
                Assert.Equal(Unenroll, report.Commands[^1].LocUri);
                Assert.False(device.IsEnrolled);
                Assert.True(device.WorkFilesRevoked);
                var page = await journey.PageAsync(id);
                Assert.Equal(
                    (DeviceState.Unenrolled, "Your PC has unenrolled, as we requested; nothing is sent to it any more."),
                    (page.Row.State, page.CallerSummary)
                );
                Assert.Equal(EndReason.Retired, (await journey.Get<DeviceStore>().FindAsync(id, Cancel))!.Enrollment.EndReason);
                var requests = (await journey.Get<DeviceActionQueries>().ListAsync(Journey.HelpDesk, id, null, 10, Cancel)).Value().Rows;
                Assert.All(requests, r => Assert.Equal(DeviceActionState.Answered, r.State));
                Assert.Contains(requests, r => r.Id == pending.Id);
                Assert.Equal(0, (await journey.OverviewAsync()).Enrolled);
                Assert.Equal(
                    ["deviceUnenrolled", "deviceAsked", "deviceRetireAsked", "deviceAsked", "deviceEnrolled"],
                    await ActionsAsync(journey, id)
                );
            }
        );

    [Theory, EveryDatabase]
    public Task RetireDevice_UsesTheRootNodeWhenConfigured(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await RetireAsync(journey, device);

                var report = await journey.TrySyncAsync(device);

                Assert.Equal("./Device/Vendor/MSFT/DMClient/Unenroll", report.Commands[^1].LocUri);
                Assert.False(device.IsEnrolled);
            },
            ("Devices:UnenrollNode", "Root")
        );

    [Theory, EveryDatabase]
    public Task RetireDevice_IsRejectedAfterThreeUnenrollCommandsAndUnenrollsByTimer(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync(options: new DeviceOptions { ServerCanUnenroll = false });
                var id = Journey.IdOf(device);
                await journey.SyncAsync(device);
                Assert.Equal(30, (await journey.PageAsync(device)).Removal.LostContactDays);
                await RetireAsync(journey, device);

                for (var attempt = 1; attempt <= 3; attempt++)
                {
                    var notified = await journey.TrySyncAsync(device);
                    Assert.Equal(Unenroll, notified.Commands[^1].LocUri);
                    Assert.Equal(
                        attempt,
                        Assert
                            .Single(
                                (await journey.Get<DeviceActionQueries>().ListAsync(Journey.HelpDesk, id, null, 10, Cancel)).Value().Rows
                            )
                            .Attempts
                    );
                    Assert.Contains("Its final alert is pending", (await journey.PageAsync(id)).Removal.Words, StringComparison.Ordinal);
                }

                journey.Time.Advance(TimeSpan.FromMinutes(16));
                Assert.Contains("was not seen since", (await journey.PageAsync(id)).Removal.Words, StringComparison.Ordinal);

                var rejected = await journey.TrySyncAsync(device);
                Assert.Equal((SyncOutcome.HttpFailed, "HTTP 403"), (rejected.Outcome, rejected.Detail));
                var page = await journey.PageAsync(id);
                Assert.Equal(DeviceState.Retiring, page.Row.State);
                Assert.Contains("unenrolls after 30 days", page.Removal.Words, StringComparison.Ordinal);
                Assert.Equal(
                    DeviceActionState.Failed,
                    Assert
                        .Single((await journey.Get<DeviceActionQueries>().ListAsync(Journey.HelpDesk, id, null, 10, Cancel)).Value().Rows)
                        .State
                );

                // The device unenrolls by its lost-contact timer a month later.
                journey.Time.Advance(TimeSpan.FromDays(31));
                Assert.Equal(SyncOutcome.Unenrolled, (await journey.TrySyncAsync(device)).Outcome);
                Assert.False(device.IsEnrolled);
            }
        );

    [Theory, EveryDatabase]
    public Task UnenrollAlert_OfARejectedDeviceIsProcessed(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                await journey.SyncAsync(device);
                await RetireAsync(journey, device, RetireMode.Reject);
                Assert.Equal("HTTP 403", (await journey.TrySyncAsync(device)).Detail);
                Assert.Contains("does not unenroll automatically", (await journey.PageAsync(id)).Removal.Words, StringComparison.Ordinal);

                await device.UnenrollAsync(Cancel);

                Assert.Equal(EndReason.Retired, (await journey.Get<DeviceStore>().FindAsync(id, Cancel))!.Enrollment.EndReason);

                // The device was retired and not blocked, so it may enroll again.
                await journey.EnrollAsync(device);
                await journey.SyncAsync(device);
            }
        );

    [Theory, EveryDatabase]
    public Task CanceledRetirement_RetainsTheEnrollment(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                await journey.SyncAsync(device);
                await RetireAsync(journey, device);
                await RetireAsync(journey, device);
                var action = Assert.Single(
                    (await journey.Get<DeviceActionQueries>().ListAsync(Journey.HelpDesk, id, null, 10, Cancel)).Value().Rows
                );
                (
                    await journey.Get<CancelDeviceAction>().ExecuteAsync(PolicyTestHost.Publisher, id, action.Id, Cancel)
                ).Problem<NotAllowed>();
                (await journey.Get<CancelDeviceAction>().ExecuteAsync(Owner, id, action.Id, Cancel)).Value();
                Assert.Empty((await journey.SyncAsync(device)).Commands);
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);

                await RetireAsync(journey, device, RetireMode.Reject);
                Assert.Equal("HTTP 403", (await journey.TrySyncAsync(device)).Detail);
                (await journey.Get<UnblockDevice>().ExecuteAsync(Owner, id, Cancel)).Value();
                await journey.SyncAsync(device);
                Assert.Equal(
                    (DeviceState.UpToDate, null),
                    ((await journey.PageAsync(device)).Row.State, (await journey.PageAsync(device)).Removal.Words)
                );
            }
        );

    [Theory, EveryDatabase]
    public Task RetireAndReleaseDevice_RequireTheNameOfThePc(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var before = await journey.SnapshotAsync();

                foreach (var typed in new[] { "", "laptop-001", "LAPTOP-002" })
                {
                    (
                        await journey
                            .Get<RetireDevice>()
                            .ExecuteAsync(Owner, Journey.IdOf(device), new RetireRequest { Confirmation = typed }, Cancel)
                    ).Problem<NameNotConfirmed>();
                    (
                        await journey
                            .Get<ReleaseDevice>()
                            .ExecuteAsync(Owner, Journey.IdOf(device), new ReleaseRequest { Confirmation = typed }, Cancel)
                    ).Problem<NameNotConfirmed>();
                }

                (
                    await journey
                        .Get<RetireDevice>()
                        .ExecuteAsync(Owner, "no-such-device", new RetireRequest { Confirmation = "LAPTOP-001" }, Cancel)
                ).Problem<NotFound>();
                Assert.Equal(Revised(before), Revised(await journey.SnapshotAsync()));
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM device_commands"));

                // A rejected operation changes at most the revision.
                static string Revised(string text) => System.Text.RegularExpressions.Regex.Replace(text, "revision=\\d+", "");
            }
        );

    [Theory, EveryDatabase]
    public Task ReleasedDevice_CanBeEnrolledByAnotherPerson(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                await journey.SyncAsync(device);

                (
                    await journey
                        .Get<ReleaseDevice>()
                        .ExecuteAsync(
                            Journey.HelpDesk,
                            id,
                            new ReleaseRequest { Confirmation = "LAPTOP-001", Reason = "It belongs to Bea now" },
                            Cancel
                        )
                ).Value();
                (
                    await journey
                        .Get<ReleaseDevice>()
                        .ExecuteAsync(Journey.HelpDesk, id, new ReleaseRequest { Confirmation = "LAPTOP-001" }, Cancel)
                ).Problem<EnrollmentEnded>();

                Assert.Equal("HTTP 403", (await journey.TrySyncAsync(device)).Detail);
                var page = await journey.PageAsync(id);
                Assert.Equal((DeviceState.Unenrolled, 1), (page.Row.State, page.Row.AcknowledgedNumber));
                Assert.NotNull(page.Removal.Words);
                var other = await journey.EnrolledAsync(journey.Person(1), profile => profile with { DeviceId = device.Profile.DeviceId });
                await journey.SyncAsync(other);
                Assert.Equal("5", other.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
                Assert.Equal("HTTP 403", (await journey.TrySyncAsync(device)).Detail);
                Assert.Equal("deviceReleased", (await ActionsAsync(journey, id))[0]);
            }
        );

    [Theory, EveryDatabase]
    public Task BlockedDevice_CanNeitherCheckInNorEnrollAgain(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                await journey.SyncAsync(device);
                (await journey.Get<BlockDevice>().ExecuteAsync(Journey.HelpDesk, id, "Stolen", Cancel)).Value();
                (await journey.Get<BlockDevice>().ExecuteAsync(Journey.HelpDesk, id, "Stolen", Cancel)).Value();

                Assert.Equal("HTTP 403", (await journey.TrySyncAsync(device)).Detail);
                var listed = (
                    await journey.Get<DeviceQueries>().ListAsync(Journey.HelpDesk, new DeviceFilter { State = DeviceState.Blocked }, Cancel)
                ).Value();
                Assert.Equal((id, DeviceState.Blocked), (listed.Rows.Single().Id, listed.Rows.Single().State));
                Assert.Equal(
                    0,
                    (
                        await journey
                            .Get<DeviceQueries>()
                            .ListAsync(Journey.HelpDesk, new DeviceFilter { State = DeviceState.UpToDate }, Cancel)
                    )
                        .Value()
                        .Total
                );
                Assert.Equal(1, (await journey.PageAsync(id)).Row.AcknowledgedNumber);

                // The device can enroll neither over the old enrollment nor after an unenroll alert.
                var again = await device.ReEnrollAsync(cancellation: Cancel);
                Assert.Equal((false, "0x80180003"), (again.Succeeded, again.HResult));
                Assert.Null((await journey.Get<DeviceStore>().FindAsync(id, Cancel))!.Enrollment.EndedAt);
                var unenrollMessage = Package.One(
                    device.Profile.DeviceId,
                    "9",
                    more: new Protocol.SyncML.SyncCommand.Alert(
                        "9",
                        1226,
                        [new Protocol.SyncML.SyncItem(Type: "com.microsoft:mdm.unenrollment.userrequest", Format: "int", Data: "1")]
                    )
                );
                Assert.Equal(
                    200,
                    (
                        await Wire.PostAsync(
                            journey.Server.Url,
                            "/mam/sync",
                            unenrollMessage,
                            journey.Server.Tenant.IssueDeviceToken(journey.Person())
                        )
                    ).Status
                );
                Assert.Equal(EndReason.DeviceUnenrolled, (await journey.Get<DeviceStore>().FindAsync(id, Cancel))!.Enrollment.EndReason);
                Assert.False((await device.EnrollAsync(new Uri(journey.Server.Url, "/mam/enroll"), cancellation: Cancel)).Succeeded);

                Assert.True((await journey.Get<UnblockDevice>().ExecuteAsync(Journey.HelpDesk, id, Cancel)).Value());
                Assert.False((await journey.Get<UnblockDevice>().ExecuteAsync(Journey.HelpDesk, id, Cancel)).Value());
                await journey.EnrollAsync(device);
                await journey.SyncAsync(device);
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'deviceBlocked'"));
            }
        );

    private static async Task RetireAsync(Journey journey, SimulatedDevice device, RetireMode mode = RetireMode.Unenroll) =>
        (
            await journey
                .Get<RetireDevice>()
                .ExecuteAsync(
                    Owner,
                    Journey.IdOf(device),
                    new RetireRequest { Mode = mode, Confirmation = device.Profile.DeviceName },
                    Cancel
                )
        ).Value();

    private static async Task<string[]> ActionsAsync(Journey journey, string id) =>
        [
            .. (
                await journey
                    .Get<AuditQueries>()
                    .PageAsync(Owner, new AuditFilter { SubjectKind = SubjectKind.Device, SubjectId = id }, Cancel)
            )
                .Value()
                .Entries.Select(e => e.Action),
        ];
}

using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Server.Devices;

namespace MamConsole.IntegrationTests.Journeys;

public sealed class RolloutTests
{
    [Theory, EveryDatabase]
    public Task Rollout_TracksADeviceFromEnrollmentOverRollbackToReenrollment(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var first = await journey.PublishAsync(WorkPolicies.ProtectingWith(ProtectionMode.Silent));
                var device = await journey.EnrolledAsync();
                var firstId = Journey.IdOf(device);

                var waiting = await journey.PageAsync(device);
                Assert.Equal(
                    (DeviceState.Pending, 1, null),
                    (waiting.Row.State, waiting.Row.AssignedNumber, waiting.Row.AcknowledgedNumber)
                );
                Assert.All(waiting.Settings, s => Assert.Equal(SettingLevel.Waiting, s.Level));

                await journey.SyncAsync(device);
                Assert.True(device.IsProtecting);
                var page = await journey.PageAsync(device);
                Assert.Equal(
                    (DeviceState.UpToDate, 1, 1, 0),
                    (page.Row.State, page.Row.AssignedNumber, page.Row.AcknowledgedNumber, page.Row.Deviations)
                );
                Assert.All(page.Settings, s => Assert.Equal((SettingLevel.ReadBack, s.ShouldBe), (s.Level, s.ReadBackValue)));
                Assert.All(
                    page.Settings,
                    s =>
                        Assert.Equal(
                            (journey.Time.GetUtcNow(), journey.Time.GetUtcNow(), journey.Time.GetUtcNow()),
                            (s.SentAt, s.AcknowledgedAt, s.ReadBackAt)
                        )
                );
                Assert.Equal("Your PC has everything that we sent.", page.CallerSummary);
                Assert.Equal(
                    (journey.Person().DisplayName, journey.Person().UserName, "LAPTOP-001"),
                    (page.Row.PersonName, page.Row.Upn, page.Row.DeviceName)
                );
                Assert.Contains(page.Facts, f => f is { Label: "Protection", Value: "on" });
                Assert.Equal((1, 1, 1), await CountsAsync(journey));

                await journey.PublishAsync(WorkPolicies.ProtectingWith(ProtectionMode.Block, icons: true));
                Assert.Equal(DeviceState.Pending, (await journey.PageAsync(device)).Row.State);
                await journey.SyncAsync(device);
                var second = await journey.PageAsync(device);
                Assert.Equal((DeviceState.UpToDate, 2, 2), (second.Row.State, second.Row.AssignedNumber, second.Row.AcknowledgedNumber));
                Assert.Equal(("3", "1"), (device.Tree.Read(WorkPolicies.Mode), device.Tree.Read(WorkPolicies.Icons)));
                Assert.All(second.Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));

                await journey.RollBackAsync(first with { Number = 2 }, to: 1);
                await journey.SyncAsync(device);
                Assert.Equal(("1", null), (device.Tree.Read(WorkPolicies.Mode), device.Tree.Read(WorkPolicies.Icons)));
                Assert.Equal(
                    (DeviceState.UpToDate, 3),
                    ((await journey.PageAsync(device)).Row.State, (await journey.PageAsync(device)).Row.AcknowledgedNumber!.Value)
                );

                await device.UnenrollAsync(TestContext.Current.CancellationToken);
                var gone = await journey.PageAsync(firstId);
                Assert.Equal(DeviceState.Unenrolled, gone.Row.State);
                Assert.Equal((0, 0, 0), await CountsAsync(journey));

                await journey.EnrollAsync(device);
                Assert.NotEqual(firstId, Journey.IdOf(device));
                var clean = await journey.PageAsync(device);
                Assert.Equal((DeviceState.Pending, null, 0), (clean.Row.State, clean.Row.AcknowledgedNumber, clean.Row.Deviations));
                Assert.Equal(firstId, Assert.Single(clean.Earlier).Id);
                Assert.Equal(3, (await journey.PageAsync(firstId)).Row.AcknowledgedNumber);
                await journey.SyncAsync(device);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
            }
        );

    [Theory, EveryDatabase]
    public Task Reenrollment_WithoutAnUnenrollAlertEndsThePreviousEnrollment(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var firstId = Journey.IdOf(device);

                await device.ReEnrollAsync(cancellation: TestContext.Current.CancellationToken);

                Assert.Equal(DeviceState.Unenrolled, (await journey.PageAsync(firstId)).Row.State);
                Assert.Equal(
                    "This is an earlier enrollment of your PC; it has enrolled again since.",
                    (await journey.PageAsync(firstId)).CallerSummary
                );
                Assert.Equal(1, (await journey.OverviewAsync()).Enrolled);
                await journey.SyncAsync(device);
                Assert.Equal("5", device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
            }
        );

    [Theory, EveryDatabase]
    public Task SettingAge_IsTheFirstAcknowledgementOfItsCurrentValue(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var first = await journey.PublishAsync(WorkPolicies.ProtectingWith(ProtectionMode.Silent, icons: true));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var old = journey.Time.GetUtcNow();

                await journey.PublishAsync(WorkPolicies.ProtectingWith(ProtectionMode.Silent, icons: false));
                await journey.SyncAsync(device);
                var changed = journey.Time.GetUtcNow();
                Assert.Equal(
                    (old, changed),
                    (
                        await AgeAsync(journey, device, "Corporate identity (primary) and protected domains"),
                        await AgeAsync(journey, device, "Show the enterprise data protection icon")
                    )
                );
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
                Assert.Equal(
                    changed,
                    (await journey.PageAsync(device))
                        .Settings.Single(s => s.Label.Contains("con", StringComparison.Ordinal) && s.Wire[0].LocUri == WorkPolicies.Icons)
                        .ReadBackAt
                );

                // The old value has a new age, because another value was in effect in between.
                await journey.RollBackAsync(first with { Number = 2 }, to: 1);
                await journey.SyncAsync(device);
                Assert.Equal(
                    (old, journey.Time.GetUtcNow()),
                    (
                        await AgeAsync(journey, device, "Corporate identity (primary) and protected domains"),
                        await AgeAsync(journey, device, "Show the enterprise data protection icon")
                    )
                );
                Assert.Equal([1, 2, 3], (await journey.LogAsync(device)).Select(a => a.VersionId).Distinct());
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_OfAnUpToDateDeviceChangesOneRow(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Protecting);
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var before = await journey.RecordAsync(device);
                var rows = await LinesAsync(journey);

                var report = await journey.SyncAsync(device);

                Assert.Empty(report.Commands);
                Assert.Single(report.Exchanges);
                var after = await journey.RecordAsync(device);
                Assert.Equal(
                    before.SyncState with
                    {
                        Revision = before.SyncState.Revision + 1,
                        LastContact = journey.Time.GetUtcNow(),
                    },
                    after.SyncState
                );
                Assert.Null(after.Session);
                Assert.Equal(1, rows.Zip(await LinesAsync(journey)).Count(pair => pair.First != pair.Second));
            }
        );

    [Theory, EveryDatabase]
    public Task Publish_ChangesNoDeviceRow(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                foreach (var person in new[] { 0, 1, 2 })
                {
                    await journey.SyncAsync(await journey.EnrolledAsync(journey.Person(person)));
                }

                var before = await journey.SnapshotAsync();
                await journey.PublishAsync(WorkPolicies.Locking(6));

                Assert.Equal(before, await journey.SnapshotAsync());
                var overview = await journey.OverviewAsync();
                Assert.Equal((3, 0, 3), (overview.Enrolled, overview.UpToDate, overview.Waiting));
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_ReadsBackAllSettingsOnceADay(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                journey.Time.Advance(TimeSpan.FromHours(23));
                Assert.Empty((await journey.SyncAsync(device)).Commands);
                device.OverridePolicy("DeviceLock/MaxInactivityTimeDeviceLock", "3");

                journey.Time.Advance(TimeSpan.FromHours(1));
                var report = await journey.SyncAsync(device);

                Assert.All(report.Commands.Where(c => c.LocUri is not null), c => Assert.Equal("Get", c.Name));
                var page = await journey.PageAsync(device);
                Assert.Equal(DeviceState.Failed, page.Row.State);
                Assert.Equal("3", Assert.Single(page.Settings, s => s.Level == SettingLevel.Differs).ReadBackValue);
                Assert.Empty((await journey.SyncAsync(device)).Commands);
            }
        );

    [Theory, EveryDatabase]
    public Task UnassignedPolicy_HasItsSettingsRemoved(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var other = await journey.EnrolledAsync(journey.Person(1));
                await journey.PublishAsync(WorkPolicies.Everything);
                await journey.SyncAsync(device);
                await journey.SyncAsync(other);
                var written = device.Tree.Values.Count;

                await journey.PublishAsync(WorkPolicies.For(WorkPolicies.Everything, journey.Person(1).UserName.ToUpperInvariant()));
                await journey.SyncAsync(device);
                var report = await journey.SyncAsync(other);

                Assert.Equal(
                    (null, null, null),
                    (
                        device.Tree.Read(WorkPolicies.Mode),
                        device.Tree.Read(WorkPolicies.Link),
                        device.Tree.Read(WorkPolicies.Lock + "MinDevicePasswordLength")
                    )
                );
                Assert.True(device.Tree.Values.Count < written);
                Assert.DoesNotContain(
                    device.Tree.Values,
                    v => v.Key.Contains("/Policy/Config/", StringComparison.Ordinal) || v.Key.EndsWith("/EXE", StringComparison.Ordinal)
                );
                var page = await journey.PageAsync(device);
                Assert.Equal((DeviceState.UpToDate, null, 0), (page.Row.State, page.Row.PolicyName, page.Row.Deviations));
                Assert.Empty(page.Settings);
                Assert.DoesNotContain(report.Commands, c => c.Name is "Replace" or "Add" or "Delete");
            }
        );

    [Theory, EveryDatabase]
    public Task Assignment_PrefersThePolicyThatNamesThePerson(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                await journey.PublishAsync(WorkPolicies.For(WorkPolicies.Locking(9), journey.Person(1).UserName), "Special");
                var common = await journey.EnrolledAsync();
                var special = await journey.EnrolledAsync(journey.Person(1));

                await journey.SyncAsync(common);
                await journey.SyncAsync(special);

                Assert.Equal(
                    ("5", "9"),
                    (
                        common.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"),
                        special.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock")
                    )
                );
                Assert.Equal(
                    ("Default", "Special"),
                    ((await journey.PageAsync(common)).Row.PolicyName, (await journey.PageAsync(special)).Row.PolicyName)
                );
            }
        );

    [Theory, EveryDatabase]
    public Task Publish_DuringASessionAppliesToTheNextSession(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                device.BeSlow(1);
                device.CrashAfterMessage(1);
                await journey.TrySyncAsync(device);
                await journey.PublishAsync(WorkPolicies.Locking(6));

                await journey.SyncAsync(device);

                Assert.Equal("6", device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
                Assert.Equal([2], (await journey.LogAsync(device)).Select(a => a.VersionId).Distinct());
            }
        );

    [Theory, EveryDatabase]
    public Task SlowDevice_ExtendsItsSessionUntilItIsDone(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Protecting);
                var device = await journey.EnrolledAsync();
                device.BeSlow(3);

                await journey.SyncAsync(device);

                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_ReadsLargeValuesInChunks(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Protecting);
                var device = await journey.EnrolledAsync(options: new Simulator.DeviceOptions { LargestText = 64 });

                var report = await journey.SyncAsync(device);

                Assert.True(report.Exchanges.Length > 4);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
            }
        );

    private static async Task<(long Enrolled, long UpToDate, long ReadBack)> CountsAsync(Journey journey)
    {
        var overview = await journey.OverviewAsync();
        return (overview.Enrolled, overview.UpToDate, overview.ReadBack);
    }

    private static async Task<DateTimeOffset?> AgeAsync(Journey journey, Simulator.SimulatedDevice device, string label)
    {
        var page = await journey.PageAsync(device);
        return (
            label == "Show the enterprise data protection icon"
                ? page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Icons)
                : page.Settings.Single(s => s.Label == label)
        ).AcknowledgedAt;
    }

    private static async Task<string[]> LinesAsync(Journey journey) => (await journey.SnapshotAsync()).Split('\n');
}

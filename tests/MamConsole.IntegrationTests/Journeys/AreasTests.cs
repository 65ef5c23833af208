using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;

namespace MamConsole.IntegrationTests.Journeys;

public sealed class AreasTests
{
    [Theory, EveryDatabase]
    public Task Sync_DeliversEveryAreaInOneSession(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var version = await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();

                var report = await journey.SyncAsync(device);

                Assert.Empty(report.Failures);
                foreach (var node in version.Nodes.Nodes)
                {
                    var uri = node.LocUri.Replace(
                        "{Grouping}",
                        (await journey.RecordAsync(device)).Enrollment.Grouping,
                        StringComparison.Ordinal
                    );
                    Assert.Equal((node.LocUri, node.Value), (node.LocUri, device.Tree.Read(uri)));
                }

                var page = await journey.PageAsync(device);
                Assert.All(page.Settings, s => Assert.Equal((s.Label, SettingLevel.ReadBack), (s.Label, s.Level)));
                Assert.Equal(
                    version.Nodes.Nodes.Select(n => n.LocUri).Order(),
                    page.Settings.SelectMany(s => s.Wire).Select(w => w.LocUri).Distinct().Order()
                );
                Assert.Contains(page.Facts, f => f is { Label: "Protection", Value: "on" });
                Assert.Contains(page.Facts, f => f is { Label: "System drive", Value: "encrypted" });
                Assert.Equal(journey.Time.GetUtcNow().AddMinutes(480), page.NextContact);
            }
        );

    [Theory, EveryDatabase]
    public Task WipMode_IsDeferredUntilItsPrerequisitesAreAcknowledged(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.Reject(WorkPolicies.Network + "EnterpriseIPRange", new StatusCode(503));

                var rejected = await journey.SyncAsync(device);
                var early = journey.Time.GetUtcNow();

                Assert.False(device.IsProtecting);
                Assert.DoesNotContain(rejected.Commands, c => c.LocUri == WorkPolicies.Mode);
                var page = await journey.PageAsync(device);
                var mode = page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Mode);
                Assert.Equal((SettingLevel.Deferred, null, null), (mode.Level, mode.SentAt, mode.AcknowledgedAt));
                Assert.Contains("acknowledges the network boundary", mode.Problem!, StringComparison.Ordinal);
                Assert.Contains(
                    page.Facts,
                    f => f is { Label: "Protection", Value: "rules arrived, protection is off" or "a required setting is missing" }
                );

                device.StopRejecting();
                journey.Time.Advance(TimeSpan.FromHours(1));
                await journey.SyncAsync(device);

                Assert.True(device.IsProtecting);
                page = await journey.PageAsync(device);
                mode = page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Mode);
                Assert.Equal((SettingLevel.ReadBack, journey.Time.GetUtcNow()), (mode.Level, mode.AcknowledgedAt));
                Assert.Equal(early, page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Icons).AcknowledgedAt);
                Assert.Equal(DeviceState.UpToDate, page.Row.State);
                Assert.Contains(page.Facts, f => f is { Label: "Protection", Value: "on" });
            }
        );

    [Theory, EveryDatabase]
    public Task WipMode_IsSetToOffBeforeItsBoundaryIsDeleted(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Protecting);
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);

                await journey.PublishAsync(
                    WorkPolicies.Locking(5) with
                    {
                        InformationProtection = WorkPolicies.ProtectingWith(ProtectionMode.Off).InformationProtection,
                    }
                );
                var report = await journey.SyncAsync(device);

                Assert.Equal(WorkPolicies.Mode, report.Commands.First(c => c.LocUri is not null).LocUri);
                Assert.Equal("0", device.Tree.Read(WorkPolicies.Mode));
                Assert.Null(device.Tree.Read(WorkPolicies.Network + "EnterpriseIPRange"));
            }
        );

    [Theory, EveryDatabase]
    public Task WindowsWithoutWip_IsUpToDateAndReportedAsNotEnforcing(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync(change: p => p with { Build = 26100 });

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.False(page.CanEnforceWip);
                Assert.Equal(DeviceState.CannotEnforce, page.Row.State);
                Assert.Equal(SettingLevel.CannotEnforce, page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Mode).Level);
                Assert.Equal(
                    SettingLevel.ReadBack,
                    page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Lock + "MaxInactivityTimeDeviceLock").Level
                );
                Assert.Contains("does not protect work files", page.CallerSummary, StringComparison.Ordinal);
                var overview = await journey.OverviewAsync();
                Assert.Equal((0, 0, 0, 1), (overview.CanEnforceWip, overview.UpToDate, overview.ReadBack, overview.Incomplete));
            }
        );

    [Theory, EveryDatabase]
    public Task OldWindows_IsNotSentUnsupportedSettingsAndHasNoError(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync(change: p => p with { Build = 15063 });

                var report = await journey.SyncAsync(device);

                Assert.DoesNotContain(report.Failures, c => c.Name != "Get");
                Assert.DoesNotContain(
                    report.Commands,
                    c => c.LocUri?.EndsWith("/NumberOfDaysAfterLostContactToUnenroll", StringComparison.Ordinal) == true
                );
                var page = await journey.PageAsync(device);
                Assert.Equal((DeviceState.UpToDate, 0), (page.Row.State, page.Row.Deviations));
                var missing = page.Settings.Single(s =>
                    s.Wire[0].LocUri.EndsWith("/NumberOfDaysAfterLostContactToUnenroll", StringComparison.Ordinal)
                );
                Assert.Equal(
                    (SettingLevel.CannotEnforce, "This version of Windows does not support the setting, so it is not sent."),
                    (missing.Level, missing.Problem)
                );
            }
        );
}

using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

public sealed class RejectionTests
{
    private const string Length = WorkPolicies.Lock + "MinDevicePasswordLength";
    private const string Minutes = WorkPolicies.Lock + "MaxInactivityTimeDeviceLock";

    private static WrittenPolicy Rules(string length = "8") =>
        WorkPolicies.Locking(5) with
        {
            DeviceLock = WorkPolicies.Locking(5).DeviceLock with { MinimumLength = length, History = "3" },
        };

    [Theory, EveryDatabase]
    public Task PermanentRejection_IsReportedAndNotSentAgainUntilTheValueChanges(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(Rules());
                var device = await journey.EnrolledAsync();
                device.Reject(Length, new StatusCode(405), "0x82B00006");

                await journey.SyncAsync(device);
                var since = journey.Time.GetUtcNow();

                Assert.Equal(("5", null), (device.Tree.Read(Minutes), device.Tree.Read(Length)));
                var page = await journey.PageAsync(device);
                Assert.Equal((DeviceState.Failed, 1), (page.Row.State, page.Row.Deviations));
                var rejected = page.Settings.Single(s => s.Level == SettingLevel.Rejected);
                Assert.Equal(
                    "The PC rejected the setting: the command is not allowed for this setting (405). It is not sent again until the policy "
                        + "or Windows changes, or somebody requests it.",
                    Without(rejected.Problem!)
                );
                Assert.All(page.Settings.Where(s => s != rejected), s => Assert.Equal(SettingLevel.ReadBack, s.Level));
                var deviation = Assert.Single(page.Deviations);
                Assert.Equal(("rejected", 405, Length, since), (deviation.Kind, deviation.Code!.Value, deviation.LocUri, deviation.Since));
                Assert.Equal($"Your PC has what we sent, except for “{rejected.Label}”.", page.CallerSummary);
                Assert.NotEmpty(page.NextSteps);

                Assert.Empty((await journey.SyncAsync(device)).Commands);
                Assert.Equal(since, Assert.Single((await journey.PageAsync(device)).Deviations).Since);

                device.StopRejecting();
                Assert.Empty((await journey.SyncAsync(device)).Commands);

                await journey.PublishAsync(Rules("9"));
                await journey.SyncAsync(device);
                Assert.Equal("9", device.Tree.Read(Length));
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
            }
        );

    [Theory, EveryDatabase]
    public Task TemporaryRejection_IsRetriedWithGrowingPausesAndLoggedOnce(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(Rules());
                var device = await journey.EnrolledAsync();
                device.Reject(Length, new StatusCode(503));
                await journey.SyncAsync(device);
                var first = journey.Time.GetUtcNow();
                var log = await journey.LogAsync(device);
                Assert.Equal([Length], Assert.Single(log).Without);

                var reportedAt = first;
                foreach (var hours in new[] { 1, 4, 24, 24 })
                {
                    // During the pause, a check-in of the device costs no more than one without errors.
                    var waiting = await journey.RecordAsync(device);
                    Assert.Equal(journey.Time.GetUtcNow().AddHours(hours), waiting.SyncState.NextTry);
                    Assert.Single((await journey.SyncAsync(device)).Exchanges);
                    Assert.Equal(first, Assert.Single((await journey.PageAsync(device)).Deviations).Since);

                    journey.Time.Advance(TimeSpan.FromHours(hours));
                    var report = await journey.SyncAsync(device);
                    reportedAt = journey.Time.GetUtcNow();
                    Assert.Contains(report.Commands, c => c.LocUri == Length);
                }

                Assert.Single(await journey.LogAsync(device));
                var page = await journey.PageAsync(device);
                Assert.Contains(
                    $"sent again at the first check-in after {reportedAt.AddDays(1).UtcDateTime:d MMMM yyyy, HH:mm} UTC.",
                    page.Settings.Single(s => s.Level == SettingLevel.Rejected).Problem!,
                    StringComparison.Ordinal
                );
                Assert.Equal(first, page.Settings.Single(s => s.Wire[0].LocUri == Minutes).AcknowledgedAt);

                device.StopRejecting();
                journey.Time.Advance(TimeSpan.FromDays(1));
                await journey.SyncAsync(device);

                page = await journey.PageAsync(device);
                Assert.All(page.Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
                Assert.Equal((first, journey.Time.GetUtcNow()), (Age(Minutes), Age(Length)));
                DateTimeOffset? Age(string uri) => page.Settings.Single(s => s.Wire[0].LocUri == uri).AcknowledgedAt;
            }
        );

    [Theory, EveryDatabase]
    public Task GroupPolicyOverride_ShowsTheEffectiveValue(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(Rules());
                var device = await journey.EnrolledAsync();
                device.OverridePolicy("DeviceLock/MaxInactivityTimeDeviceLock", "60");

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.Equal(DeviceState.Failed, page.Row.State);
                var differs = page.Settings.Single(s => s.Level == SettingLevel.Differs);
                Assert.Equal(
                    ("60", journey.Time.GetUtcNow(), journey.Time.GetUtcNow()),
                    (differs.ReadBackValue, differs.ReadBackAt, differs.AcknowledgedAt)
                );
                Assert.StartsWith("The PC acknowledged the setting, but reads back “60”.", differs.Problem!, StringComparison.Ordinal);
                Assert.Contains(page.NextSteps, q => q.Contains("domain", StringComparison.Ordinal));
                Assert.Empty((await journey.SyncAsync(device)).Commands);

                device.OverridePolicy("DeviceLock/MaxInactivityTimeDeviceLock", null);
                journey.Time.Advance(TimeSpan.FromDays(1));
                await journey.SyncAsync(device);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
            }
        );

    [Theory, EveryDatabase]
    public Task SettingWithoutAValue_IsAcknowledgedAndNotReadBack(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                // The icon setting disappears between the write and the read.
                SimulatedDevice? device = null;
                device = await journey.EnrolledAsync(
                    network: new BetweenAnswers(message =>
                    {
                        if (message == 2)
                        {
                            device!.Change(tree =>
                                tree with
                                {
                                    Values = tree.Values.Remove(
                                        tree.Values.Keys.Single(k => k.EndsWith("/EDPShowIcons", StringComparison.Ordinal))
                                    ),
                                }
                            );
                        }

                        return Task.CompletedTask;
                    })
                );

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                var notReadBack = page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Icons);
                Assert.Equal(
                    (SettingLevel.Acknowledged, null, "The PC acknowledged the setting, but returned no value when it was read."),
                    (notReadBack.Level, notReadBack.ReadBackAt, notReadBack.Problem)
                );
                Assert.All(page.Settings.Where(s => s != notReadBack), s => Assert.Equal(SettingLevel.ReadBack, s.Level));
                Assert.Equal((DeviceState.UpToDate, 0), (page.Row.State, page.Row.Deviations));
                var overview = await journey.OverviewAsync();
                Assert.Equal((1, 0, 0), (overview.UpToDate, overview.ReadBack, overview.WithDeviations));
                Assert.Empty((await journey.SyncAsync(device)).Commands);
            }
        );

    private static string Without(string problem) => problem.Replace(", Windows error 0x82B00006", "", StringComparison.Ordinal);
}

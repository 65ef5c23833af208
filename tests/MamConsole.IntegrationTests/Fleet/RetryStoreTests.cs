using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;

namespace MamConsole.IntegrationTests.Fleet;

/// <summary>The stored state of a failed node, and the events after which it is sent again.</summary>
public sealed class RetryStoreTests
{
    private const string Length = WorkPolicies.Lock + "MinDevicePasswordLength";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static WrittenPolicy Rules(string length) =>
        WorkPolicies.Locking(5) with
        {
            DeviceLock = WorkPolicies.Locking(5).DeviceLock with { MinimumLength = length },
        };

    [Theory, EveryDatabase]
    public Task RetryRejected_SendsAPermanentlyRejectedSettingOnceMore(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(Rules("8"));
                var device = await journey.EnrolledAsync();
                device.Reject(Length, new StatusCode(405));
                await journey.SyncAsync(device);
                var key = (await journey.RecordAsync(device)).Enrollment.Key;
                Assert.Null((await journey.RecordAsync(device)).SyncState.NextTry);
                Assert.Single((await journey.SyncAsync(device)).Exchanges);

                Assert.Equal(1, await ClearAsync(journey, key));
                Assert.Contains((await journey.SyncAsync(device)).Commands, c => c.LocUri == Length && c.Code.Value == 405);
                Assert.Single((await journey.SyncAsync(device)).Exchanges);

                device.StopRejecting();
                await ClearAsync(journey, key);
                await journey.SyncAsync(device);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
                Assert.Equal(0, await ClearAsync(journey, key));
            }
        );

    [Theory, EveryDatabase]
    public Task RetryRejected_IsNotOverwrittenByAConcurrentCheckIn(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(Rules("8"));
                var device = await journey.EnrolledAsync();
                device.Reject(Length, new StatusCode(405));
                await journey.SyncAsync(device);
                var seen = await journey.RecordAsync(device);

                await ClearAsync(journey, seen.Enrollment.Key);

                Assert.False(
                    await journey.Database.CommitAsync(
                        tx =>
                            DeviceStore.SaveAsync(
                                tx,
                                seen.Enrollment,
                                seen.SyncState,
                                seen.SyncState with
                                {
                                    LastContact = journey.Time.GetUtcNow(),
                                },
                                Cancel
                            ),
                        Cancel
                    )
                );
                Assert.Equal(DateTimeOffset.UnixEpoch, (await journey.RecordAsync(device)).SyncState.NextTry);
            }
        );

    [Theory, EveryDatabase]
    public Task Retry_SendsARejectedSettingAgainAfterAWindowsUpdate(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(Rules("8"));
                var device = await journey.EnrolledAsync();
                device.Reject(Length, new StatusCode(405));
                await journey.SyncAsync(device);
                var known = Assert.Single(
                    await journey.Get<DeviationStore>().ListAsync((await journey.RecordAsync(device)).Enrollment.Key, Cancel)
                );
                Assert.Equal((1, null, 22631), (known.Deviation.Retry.Attempts, known.Deviation.Retry.Next, known.Deviation.Retry.Build));

                device.StopRejecting();
                await journey.Database.WriteAsync(tx => tx.ExecuteAsync("UPDATE enrollments SET os_build = 22635"), Cancel);
                Assert.Single((await journey.SyncAsync(device)).Exchanges);

                // The setting is sent at the latest with the next full read.
                journey.Time.Advance(TimeSpan.FromDays(1));
                await journey.SyncAsync(device);
                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
            }
        );

    [Theory, EveryDatabase]
    public Task Retry_SendsASettingErrorFromBeforeTheMigrationOnceMore(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(Rules("8"));
                var device = await journey.EnrolledAsync();
                device.Reject(Length, new StatusCode(405));
                await journey.SyncAsync(device);
                var since = Assert.Single((await journey.PageAsync(device)).Deviations).Since;

                // The migration sets these values in existing rows.
                await journey.Database.WriteAsync(
                    tx =>
                        tx.ExecuteAsync(
                            "UPDATE device_deviations SET attempts = 1, next_try = 0, os_build = NULL; UPDATE device_state SET "
                                + "next_try = 0 WHERE deviations > 0"
                        ),
                    Cancel
                );

                Assert.Contains((await journey.SyncAsync(device)).Commands, c => c.LocUri == Length);
                Assert.Single((await journey.SyncAsync(device)).Exchanges);
                Assert.Equal(since, Assert.Single((await journey.PageAsync(device)).Deviations).Since);
            }
        );

    private static Task<int> ClearAsync(Journey journey, long key) =>
        journey.Database.CommitAsync(tx => DeviationStore.ClearRejectionsAsync(tx, key, Cancel), Cancel);
}

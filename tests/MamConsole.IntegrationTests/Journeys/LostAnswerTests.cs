using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Devices;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

public sealed class LostAnswerTests
{
    [Theory, EveryDatabase]
    public Task Sync_RepeatsAnswerForRepeatedMessageWithoutASecondEffect(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var twice = new EveryMessageTwice();
                var device = await journey.EnrolledAsync(network: twice);

                var report = await journey.SyncAsync(device);

                Assert.Equal(report.Exchanges.Length, twice.Messages);
                Assert.True(twice.Messages >= 4);
                await HasEverythingAsync(journey, device);
                Assert.Single((await journey.LogAsync(device)).Select(a => a.AcknowledgedAt).Distinct());
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_RepeatsALostAnswer(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.LoseNextAnswer(LostAnswer.SendAgain);

                var report = await journey.SyncAsync(device);

                Assert.Equal(report.Exchanges[0].Sent.ToArray(), report.Exchanges[1].Sent.ToArray());
                Assert.Equal(report.Exchanges[0].Received!.Value.ToArray(), report.Exchanges[1].Received!.Value.ToArray());
                await HasEverythingAsync(journey, device);
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_CompletesThePolicyAfterASessionAbortedAtAnyMessage(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                for (var message = 1; message <= 4; message++)
                {
                    // The answer is lost.
                    var lost = message;
                    SimulatedDevice? deaf = null;
                    deaf = await journey.EnrolledAsync(
                        network: new BetweenAnswers(n =>
                        {
                            if (n == lost)
                            {
                                deaf!.LoseNextAnswer(LostAnswer.BeginAnew);
                            }

                            return Task.CompletedTask;
                        })
                    );
                    Assert.Equal(SyncOutcome.AnswerLost, (await journey.TrySyncAsync(deaf)).Outcome);
                    if (message < 3)
                    {
                        Assert.Equal(message == 1 ? DeviceState.Sent : DeviceState.Attention, (await journey.PageAsync(deaf)).Row.State);
                    }

                    await journey.SyncAsync(deaf);
                    await HasEverythingAsync(journey, deaf);

                    // The device applies the answer and crashes before it can report the result.
                    var dying = await journey.EnrolledAsync();
                    dying.CrashAfterMessage(message);
                    await journey.TrySyncAsync(dying);
                    await journey.SyncAsync(dying);
                    await HasEverythingAsync(journey, dying);
                }
            }
        );

    [Theory, EveryDatabase]
    public Task AbortedSession_AcknowledgesNothing(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                await journey.PublishAsync(WorkPolicies.Locking(6));
                device.CrashAfterMessage(1);

                await journey.TrySyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.Equal((DeviceState.Sent, 2, 1), (page.Row.State, page.Row.AssignedNumber, page.Row.AcknowledgedNumber));
                Assert.Equal((SettingLevel.Sent, journey.Time.GetUtcNow(), null), Level(page));
                Assert.Equal(
                    (1, 0, 1),
                    (
                        (await journey.OverviewAsync()).Enrolled,
                        (await journey.OverviewAsync()).UpToDate,
                        (await journey.OverviewAsync()).Sent
                    )
                );

                await journey.SyncAsync(device);
                Assert.Equal(
                    (SettingLevel.ReadBack, journey.Time.GetUtcNow(), journey.Time.GetUtcNow()),
                    Level(await journey.PageAsync(device))
                );

                static (SettingLevel, DateTimeOffset?, DateTimeOffset?) Level(DeviceDetail page)
                {
                    var minutes = page.Settings.Single(s => s.Wire[0].LocUri == WorkPolicies.Lock + "MaxInactivityTimeDeviceLock");
                    return (minutes.Level, minutes.SentAt, minutes.AcknowledgedAt);
                }
            }
        );

    [Theory, EveryDatabase]
    public Task Rollback_AfterAMissingAnswerWritesTheOldValueAgain(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var second = await journey.PublishAsync(WorkPolicies.Locking(6));
                device.CrashAfterMessage(1);
                await journey.TrySyncAsync(device);
                Assert.Equal("6", device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));

                await journey.RollBackAsync(second, to: 1);
                await journey.SyncAsync(device);

                Assert.Equal("5", device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
            }
        );

    [Theory, EveryDatabase]
    public Task Session_ExpiresAfterFifteenIdleMinutes(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync(
                    network: new BetweenAnswers(message =>
                    {
                        if (message == 1)
                        {
                            journey.Time.Advance(TimeSpan.FromMinutes(16));
                        }

                        return Task.CompletedTask;
                    })
                );

                await journey.TrySyncAsync(device);
                Assert.Equal(0, (await journey.RecordAsync(device)).SyncState.Acknowledged);

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

using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Devices;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

public sealed class LostAnswerTests
{
    [Theory, EveryDatabase]
    public Task Each_message_sent_twice_gets_the_same_bytes_and_no_second_effect(string provider) =>
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
    public Task An_answer_lost_on_the_way_comes_again(string provider) =>
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
    public Task Wherever_a_session_breaks_off_the_next_one_heals_it(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                for (var message = 1; message <= 4; message++)
                {
                    // The answer never arrives.
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

                    // The answer arrives and is done, and the device dies before it can say so.
                    var dying = await journey.EnrolledAsync();
                    dying.CrashAfterMessage(message);
                    await journey.TrySyncAsync(dying);
                    await journey.SyncAsync(dying);
                    await HasEverythingAsync(journey, dying);
                }
            }
        );

    [Theory, EveryDatabase]
    public Task A_change_that_broke_off_is_no_acknowledgement(string provider) =>
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
    public Task A_change_taken_back_while_its_answer_is_missing_is_written_back(string provider) =>
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
    public Task An_idle_session_is_over_after_a_quarter_of_an_hour(string provider) =>
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

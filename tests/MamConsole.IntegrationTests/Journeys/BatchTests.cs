using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Storage;
using MamConsole.Simulator;
using Microsoft.Extensions.DependencyInjection;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>A step that is split into many small messages: repeated, aborted, and distributed over two nodes.</summary>
public sealed class BatchTests
{
    private const int Most = 5_000;

    private static readonly DeviceOptions Small = new() { MaxMessageSize = Most, LargestText = 100 };

    [Theory, EveryDatabase]
    public Task Sync_StaysWithinTheMaximumMessageSizeAndRepeatsItsAnswers(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync(options: Small, network: new EveryMessageTwice());

                var report = await journey.SyncAsync(device);

                Assert.True(report.Exchanges.Length > 8);
                Assert.All(report.Exchanges, e => Assert.InRange(e.Received!.Value.Length, 1, Most));
                Assert.Single(report.Commands, c => c.Name == "Atomic");
                await HasEverythingAsync(journey, device);
                Assert.Single((await journey.LogAsync(device)).Select(a => a.AcknowledgedAt).Distinct());
                Assert.Empty((await journey.SyncAsync(device)).Commands);
            }
        );

    [Theory, EveryDatabase]
    public Task Version_IsAcknowledgedWithTheLastAnswerOfItsWrites(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                for (var message = 1; message <= 3; message++)
                {
                    var device = await journey.EnrolledAsync(options: Small);
                    device.CrashAfterMessage(message);
                    Assert.Equal(SyncOutcome.Crashed, (await journey.TrySyncAsync(device)).Outcome);

                    var page = await journey.PageAsync(device);
                    Assert.Equal((DeviceState.Sent, 0L), (page.Row.State, (await journey.RecordAsync(device)).SyncState.Acknowledged));
                    Assert.All(page.Settings, s => Assert.Null(s.AcknowledgedAt));

                    await journey.SyncAsync(device);
                    await HasEverythingAsync(journey, device);
                }
            }
        );

    [Fact]
    public Task SplitStep_ContinuesOnAnotherNode() =>
        Journey.OnAsync(
            nameof(StorageProvider.PostgreSql),
            async journey =>
            {
                await using var other = await TestServer.StartAsync(
                    new TestServerOptions
                    {
                        Beside = journey.Server,
                        Settings = new Dictionary<string, string?> { ["PublicUrl"] = journey.Server.Url.GetLeftPart(UriPartial.Authority) },
                        Services = services => services.AddSingleton<TimeProvider>(journey.Time),
                    }
                );
                await journey.PublishAsync(WorkPolicies.Everything);
                var network = new RoundRobin(journey.Server.Url, other.Url);
                var device = await journey.EnrolledAsync(options: Small, network: network);

                // A repeated message reaches the node that did not answer it first.
                device.LoseNextAnswer(LostAnswer.SendAgain);
                var report = await journey.SyncAsync(device);

                Assert.Equal(report.Exchanges[0].Received!.Value.ToArray(), report.Exchanges[1].Received!.Value.ToArray());
                await HasEverythingAsync(journey, device);
            }
        );

    [Theory, EveryDatabase]
    public Task Setting_LargerThanTheMaximumMessageSizeIsReportedAsNotSent(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync(options: Small with { MaxMessageSize = 2500 });

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.True(device.IsProtecting);
                Assert.Equal(DeviceState.Attention, page.Row.State);
                var locks = page.Settings.Where(s => s.Wire[0].LocUri.StartsWith(WorkPolicies.Lock, StringComparison.Ordinal)).ToArray();
                Assert.NotEmpty(locks);
                Assert.All(locks, s => Assert.Equal(SettingLevel.Unknown, s.Level));
                Assert.Contains(
                    "It was not sent: it exceeds the PC’s maximum message size. It is sent again at the first check-in after ",
                    locks[0].Problem!,
                    StringComparison.Ordinal
                );
                Assert.Equal("1", device.Tree.Read(WorkPolicies.Icons));
                Assert.Single((await journey.SyncAsync(device)).Exchanges);
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "SY-60")]
    public Task MaxMsgSize_BelowTheMinimumEndsTheSessionAndAboveTheMaximumIsIgnored(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                foreach (var most in new[] { 0L, 10L, 2047L })
                {
                    var tiny = await journey.EnrolledAsync(options: new DeviceOptions { MaxMessageSize = most });
                    var report = await journey.SyncAsync(tiny);
                    Assert.Equal((1, 0), (report.Exchanges.Length, report.Commands.Length));
                    var answer = SyncMLReader.Read(report.Exchanges[0].Received!.Value);
                    Assert.True(answer.Final);
                    Assert.All(answer.Commands, c => Assert.IsType<SyncCommand.Status>(c));
                    Assert.Equal(DeviceState.Pending, (await journey.PageAsync(tiny)).Row.State);
                }

                var boastful = await journey.EnrolledAsync(options: new DeviceOptions { MaxMessageSize = 9_200_000_000_000_000_000 });
                Assert.All((await journey.SyncAsync(boastful)).Exchanges, e => Assert.InRange(e.Received!.Value.Length, 1, 64 * 1024));
                await HasEverythingAsync(journey, boastful);
            }
        );

    private static async Task HasEverythingAsync(Journey journey, SimulatedDevice device)
    {
        var page = await journey.PageAsync(device);
        Assert.All(page.Settings, s => Assert.Equal((s.Label, SettingLevel.ReadBack), (s.Label, s.Level)));
        Assert.Equal((DeviceState.UpToDate, 0), (page.Row.State, page.Row.Deviations));
    }
}

using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.Server.Fleet;
using MamConsole.Server.Jobs;
using MamConsole.Simulator;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>The scheduled reads of a policy's monitoring settings.</summary>
public sealed class MonitoringJourneyTests
{
    private const string Idle = WorkPolicies.Lock + "MaxInactivityTimeDeviceLock";
    private const string Status = "./Device/Vendor/MSFT/EnterpriseDataProtection/Status";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task Monitoring_ReadsEachGroupByItsSchedule(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(
                    WorkPolicies.Locking(5) with
                    {
                        Monitoring = new()
                        {
                            Settings = ReadInterval.Day,
                            Condition = ReadInterval.Week,
                            Hardware = ReadInterval.Never,
                        },
                    }
                );
                var device = await journey.EnrolledAsync();

                Assert.Equal("settings, condition", Requested(await journey.SyncAsync(device)));
                Assert.Equal("", Requested(await journey.SyncAsync(device)));
                journey.Time.Advance(TimeSpan.FromDays(1));
                Assert.Equal("settings", Requested(await journey.SyncAsync(device)));
                Assert.Equal("", Requested(await journey.SyncAsync(device)));
                journey.Time.Advance(TimeSpan.FromDays(6));
                Assert.Equal("settings, condition", Requested(await journey.SyncAsync(device)));
            }
        );

    [Theory, EveryDatabase]
    public Task Monitoring_ReadsAtEachCheckInAndAppliesANewScheduleAtOnce(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                Assert.Equal("settings, condition, hardware", Requested(await journey.SyncAsync(device)));

                await journey.PublishAsync(WorkPolicies.Locking(5) with { Monitoring = new() { Condition = ReadInterval.Call } });
                Assert.Equal("", Requested(await journey.SyncAsync(device)));
                Assert.Equal("condition", Requested(await journey.SyncAsync(device)));
                Assert.Equal("condition", Requested(await journey.SyncAsync(device)));

                await journey.PublishAsync(
                    WorkPolicies.Locking(5) with
                    {
                        Monitoring = new()
                        {
                            Settings = ReadInterval.Never,
                            Condition = ReadInterval.Never,
                            Hardware = ReadInterval.Never,
                        },
                    }
                );
                await journey.SyncAsync(device);
                journey.Time.Advance(TimeSpan.FromDays(400));
                Assert.Equal("", Requested(await journey.SyncAsync(device)));

                // A changed setting is read back in any case.
                await journey.PublishAsync(WorkPolicies.Locking(7) with { Monitoring = new() { Settings = ReadInterval.Never } });
                Assert.Contains(
                    Idle.Replace("Config", "Result", StringComparison.Ordinal),
                    (await journey.SyncAsync(device)).Commands.Where(c => c.Name == "Get").Select(c => c.LocUri)
                );
            }
        );

    [Theory, EveryDatabase]
    public Task Monitoring_RequestsTheWipLogFromTheEndOfThePreviousOne(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(
                    WorkPolicies.Protecting with
                    {
                        Monitoring = new() { WorkLog = ReadInterval.Day, BootHealth = ReadInterval.Month },
                    }
                );
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);

                Assert.Equal("Requested the WIP log of 1 PC, the health attestation of 1 PC.", await RunAsync(journey));
                Assert.Equal("", await RunAsync(journey));
                var requested = journey.Time.GetUtcNow();
                await journey.SyncAsync(device);
                Assert.Equal("", await RunAsync(journey));

                journey.Time.Advance(TimeSpan.FromDays(1));
                Assert.Equal("Requested the WIP log of 1 PC.", await RunAsync(journey));
                await journey.SyncAsync(device);

                var logs = (await CommandsAsync(journey, device)).Where(c => c.Command is DeviceActionCommand.RetrieveLogs).ToArray();
                Assert.Equal([CommandState.Answered, CommandState.Answered], logs.Select(c => c.State));
                Assert.All(logs, c => Assert.Equal((Guid.Empty, "Monitoring"), (c.RequestedById, c.RequestedBy)));
                Assert.Equal(new DeviceActionCommand.RetrieveLogs(requested.AddDays(-7), requested), logs[1].Command);
                Assert.Equal(requested.AddHours(-1), ((DeviceActionCommand.RetrieveLogs)logs[0].Command).Since);
            }
        );

    [Theory, EveryDatabase]
    public Task Monitoring_RequestsNothingWithoutAScheduleOrFromAnUnenrollingDevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Protecting);
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                Assert.Equal("", await RunAsync(journey));

                await journey.PublishAsync(WorkPolicies.Protecting with { Monitoring = new() { WorkLog = ReadInterval.Week } });
                await journey.SyncAsync(device);
                await journey.Database.WriteAsync(tx => tx.ExecuteAsync("UPDATE enrollments SET retiring_since = 1"), Cancel);
                Assert.Equal("", await RunAsync(journey));
                Assert.Empty(await CommandsAsync(journey, device));
            }
        );

    [Theory, EveryDatabase]
    public Task Monitoring_DeletesOldAnswersWithTheRetentionOfSessions(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Protecting with { Monitoring = new() { WorkLog = ReadInterval.Month } });
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                await RunAsync(journey);
                await journey.SyncAsync(device);
                journey.Time.Advance(TimeSpan.FromDays(9));
                await RunAsync(journey);
                Assert.Single(await CommandsAsync(journey, device));

                journey.Time.Advance(TimeSpan.FromDays(2));
                await RunAsync(journey);
                Assert.Empty(await CommandsAsync(journey, device));
            },
            ("Retention:ConversationDays", "10")
        );

    private static Task<string?> RunAsync(Journey journey) => journey.Get<RequestScheduledReads>().RunOnceAsync(Cancel);

    private static async Task<IReadOnlyList<DeviceCommand>> CommandsAsync(Journey journey, SimulatedDevice device) =>
        await journey.Get<CommandQueue>().ListAsync((await journey.RecordAsync(device)).Enrollment.Key, null, 50, Cancel);

    /// <summary>The groups from which a session read at least one node.</summary>
    private static string Requested(SyncReport report)
    {
        var got = report.Commands.Where(c => c.Name == "Get").Select(c => c.LocUri).ToHashSet();
        return string.Join(
            ", ",
            new[]
            {
                got.Contains(Status) ? "settings" : null,
                got.Contains("./Vendor/MSFT/DeviceStatus/Firewall/Status") ? "condition" : null,
                got.Contains("./Vendor/MSFT/DeviceStatus/TPM/SpecificationVersion") ? "hardware" : null,
            }.OfType<string>()
        );
    }
}

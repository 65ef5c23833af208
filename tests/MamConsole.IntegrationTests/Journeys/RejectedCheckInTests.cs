using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.DeviceActions;
using MamConsole.Simulator;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>A check-in that is rejected because of its device: one answer for all causes, and the cause in log and audit trail.</summary>
public sealed class RejectedCheckInTests
{
    private static readonly Administrator Owner = PolicyTestHost.Person("Olga Owner", AppRole.Owner);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task RejectedCheckIn_HidesTheCauseFromTheDeviceAndRecordsItInLogAndAudit(string provider)
    {
        using var log = new CapturedLog();
        await using var journey = await Journey.StartAsync(provider, log.Register);
        var blocked = await journey.EnrolledAsync();
        var retiring = await journey.EnrolledAsync(journey.Person(1));
        (await journey.Get<BlockDevice>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(blocked), "Stolen", Cancel)).Value();
        (
            await journey
                .Get<RetireDevice>()
                .ExecuteAsync(
                    Owner,
                    Journey.IdOf(retiring),
                    new RetireRequest { Mode = RetireMode.Reject, Confirmation = retiring.Profile.DeviceName },
                    Cancel
                )
        ).Value();

        WireAnswer[] answers =
        [
            await CheckInAsync(journey, blocked, person: 0),
            await CheckInAsync(journey, retiring, person: 1),
            await CheckInAsync(journey, retiring, person: 2),
            await CheckInAsync(journey, blocked, person: 0),
        ];

        Assert.All(answers, answer => Assert.Equal((403, answers[0].Text), (answer.Status, answer.Text)));
        Assert.All(answers, answer => Assert.Equal(Headers(answers[0]), Headers(answer)));
        var events = (
            await journey.Get<AuditStore>().PageAsync(new AuditFilter { Action = "deviceCallRefused", Take = 50 }, Cancel)
        ).Entries;
        Assert.Equal(
            [
                ("notEnrolled", "", retiring.Profile.DeviceId),
                ("retiring", Journey.IdOf(retiring), retiring.Profile.DeviceName),
                ("blocked", Journey.IdOf(blocked), blocked.Profile.DeviceName),
            ],
            events.Select(e => (e.Event.GetProperty("cause").GetString()!, e.Subject.Id, e.Subject.Name))
        );
        var warnings = log.Lines.Where(line => line.Category.EndsWith("SyncEndpoint", StringComparison.Ordinal)).Select(line => line.Text);
        Assert.Equal(
            [
                $"The device of enrollment {Journey.IdOf(blocked)} checked in and was rejected: Blocked",
                $"The device of enrollment {Journey.IdOf(retiring)} checked in and was rejected: Retiring",
                $"{journey.Person(2).ObjectId} checked in as a device that this account did not enroll",
                $"The device of enrollment {Journey.IdOf(blocked)} checked in and was rejected: Blocked",
            ],
            warnings
        );
    }

    private static Task<WireAnswer> CheckInAsync(Journey journey, SimulatedDevice device, int person) =>
        Wire.PostAsync(
            journey.Server.Url,
            "/mam/sync",
            Package.One(device.Profile.DeviceId),
            journey.Server.Tenant.IssueDeviceToken(journey.Person(person))
        );

    private static string Headers(WireAnswer answer) =>
        string.Join(
            '\n',
            answer
                .Response.Headers.Concat(answer.Response.Content.Headers)
                .Where(header => header.Key != "Date")
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
                .Order(StringComparer.Ordinal)
        );
}

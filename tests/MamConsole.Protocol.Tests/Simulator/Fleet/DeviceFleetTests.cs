using System.Collections.Concurrent;
using System.Net;
using MamConsole.Simulator;
using MamConsole.Simulator.Fleet;

namespace MamConsole.Tests.Simulator.Fleet;

public sealed class DeviceFleetTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    /// <summary>A quarter of an hour passes in less than a millisecond.</summary>
    private static readonly DeviceOptions Hurried = new() { TimeScale = 1_000_000, ConnectionRetries = 0 };

    private static readonly FleetOptions Options = new()
    {
        EnrollmentUrl = ScriptedServer.EnrollmentUrl,
        AtOnce = 3,
        EnrollAgainAfter = TimeSpan.FromMilliseconds(1),
    };

    private DeviceFleet NewFleet(int devices, DeviceOptions options)
    {
        var generator = new DeviceGenerator(1);
        return new DeviceFleet(Enumerable.Range(0, devices).Select(_ => _server.NewDevice(options, profile: generator.Next())), Options);
    }

    /// <summary>Runs a fleet until a condition holds after one of its sessions.</summary>
    private static async Task RunUntil(DeviceFleet fleet, Func<SimulatedDevice, SyncReport, bool> enough)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        fleet.Synced += (device, report) =>
        {
            if (enough(device, report))
            {
                stop.Cancel();
            }
        };
        await fleet.RunAsync(stop.Token);
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    [Fact]
    public async Task RunAsync_EnrollsAndChecksInRepeatedly()
    {
        var fleet = NewFleet(12, Hurried);
        var sessions = new ConcurrentDictionary<SimulatedDevice, int>();
        await RunUntil(
            fleet,
            (device, _) =>
                sessions.AddOrUpdate(device, 1, (_, count) => count + 1) > 0
                && sessions.Count == 12
                && sessions.Values.All(count => count >= 3)
        );

        Assert.Equal(12, fleet.Tally.Enrolled);
        Assert.Equal(12, _server.Enrollments.Select(request => request.DeviceId).Distinct().Count());
        Assert.InRange(_server.MaximumInFlight, 2, 3);
        Assert.True(fleet.Tally.Sessions >= 36);
    }

    [Fact]
    public async Task RunAsync_RetriesRejectedEnrollment()
    {
        var fleet = NewFleet(1, Hurried);
        var rejections = 2;
        _server.Instead = request =>
            request.RequestUri == ScriptedServer.EnrollmentUrl && rejections-- > 0
                ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                : null;
        await RunUntil(fleet, (_, _) => true);
        Assert.Equal((1, 2), (fleet.Tally.Enrolled, fleet.Tally.RejectedEnrollments));
    }

    [Fact]
    public async Task Wake_ChecksInAndEnrollsAgainAfterUnenrollment()
    {
        // In real time, no scheduled check-in is due during the test, so every session after the first one is requested.
        var fleet = NewFleet(1, new DeviceOptions());
        var steps = new List<SyncOutcome>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var next = new SemaphoreSlim(0);
        fleet.Synced += (_, report) =>
        {
            steps.Add(report.Outcome);
            next.Release();
        };
        var running = fleet.RunAsync(stop.Token);
        await next.WaitAsync(stop.Token);

        _server.Queue(
            new MamConsole.Protocol.SyncML.SyncCommand.Exec(
                "1001",
                [new(Target: TestDevices.Client + "Unenroll", Format: "chr", Data: "MamConsole")]
            )
        );
        await WakeUntil(1);
        await WakeUntil(2);
        await stop.CancelAsync();
        await running;

        Assert.Equal([SyncOutcome.Completed, SyncOutcome.Unenrolled, SyncOutcome.Completed], steps.Take(3));
        Assert.Equal(2, _server.Enrollments.Count);

        async Task WakeUntil(int seen)
        {
            // Only a waiting device can be woken, and it starts to wait shortly after its session is reported.
            while (steps.Count == seen)
            {
                fleet.Wake(fleet.Devices[0]);
                await Task.Yield();
            }

            await next.WaitAsync(stop.Token);
        }
    }

    [Fact]
    public void DeviceGenerator_IsDeterministicAndVaried()
    {
        var (one, two) = (new DeviceGenerator(7), new DeviceGenerator(7));
        var devices = Enumerable.Range(0, 300).Select(_ => one.Next()).ToList();

        Assert.Equal(devices, Enumerable.Range(0, 300).Select(_ => two.Next()));
        Assert.Equal(300, devices.Select(device => device.DeviceId).Distinct().Count());
        Assert.Equal([19045, 22621, 22631, 26100], devices.Select(device => device.Build).Distinct().Order());
        Assert.Equal(5, devices.Select(device => device.Edition).Distinct().Count());
        Assert.All(devices, device => Assert.True(device.DeviceName.Length <= 15 && device.DeviceId.Length == 32));
        Assert.InRange(devices.Count(device => device.Health.Encrypted), 200, 290);
    }

    [Fact]
    public void PersonGenerator_ReturnsUniqueNames()
    {
        var generator = new PersonGenerator(7);
        var people = Enumerable.Range(0, 300).Select(_ => generator.Next().UserName).ToList();
        Assert.Equal(300, people.Distinct().Count());
        Assert.All(people, name => Assert.Matches("^[a-z]+\\.[a-z]+[0-9]*$", name));
    }
}

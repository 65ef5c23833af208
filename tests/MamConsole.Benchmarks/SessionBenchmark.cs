using System.Globalization;
using MamConsole.Demo;
using MamConsole.DemoTenant;
using MamConsole.Simulator;
using MamConsole.Simulator.Fleet;

namespace MamConsole.Benchmarks;

/// <summary>
/// Compares sessions between a simulated device and the real server over HTTP and SQLite with Kestrel alone and the same bytes. Only the
/// requests are timed, not the work of the device between them.
/// </summary>
internal static class SessionBenchmark
{
    public static async Task<IReadOnlyList<Comparison>> RunAsync(DemoHost host, int rounds)
    {
        await using var echo = await EchoServer.StartAsync();
        var person = host.Tenant.People[0];
        var profile = new DeviceGenerator(1).Next() with { Build = 22631, Edition = WindowsEdition.Pro };
        var first = new List<(double, double)>();
        var unchanged = new List<(double, double)>();
        IReadOnlyList<RecordedCall> firstCalls = [],
            unchangedCalls = [];
        for (var round = -rounds / 4; round < rounds; round++)
        {
            using var recorder = new RecordingHandler(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
            using var http = new HttpClient(recorder, disposeHandler: false);
            using var device = await EnrollAsync(host, person, profile, http);
            firstCalls = await SyncAsync(device, recorder);
            // The first session in which nothing is due creates the record of such sessions. Later ones, which are the usual case, only
            // raise its count.
            await SyncAsync(device, recorder);
            unchangedCalls = await SyncAsync(device, recorder);
            var pairs = (First: await PairAsync(echo, firstCalls), Unchanged: await PairAsync(echo, unchangedCalls));
            if (round >= 0)
            {
                first.Add(pairs.First);
                unchanged.Add(pairs.Unchanged);
            }
        }

        return
        [
            Comparison.Of($"A first session: {Describe(firstCalls)}", "Kestrel echoes the same bytes", first),
            Comparison.Of($"A session with nothing to do: {Describe(unchangedCalls)}", "Kestrel echoes the same bytes", unchanged),
        ];
    }

    /// <summary>Enrolls the same device again, so that each round starts without stored state.</summary>
    private static async Task<SimulatedDevice> EnrollAsync(DemoHost host, TenantUser person, DeviceProfile profile, HttpClient http)
    {
        // One token serves all sessions of the round, because a token of Entra is valid for an hour.
        var token = host.Tenant.IssueDeviceToken(person);
        var device = new SimulatedDevice(profile, http, _ => Task.FromResult<string?>(token));
        var report = await device.EnrollAsync(new Uri(host.Console, "/mam/enroll"));
        return report.Succeeded ? device : throw new InvalidOperationException($"The device could not enroll: {report.Detail}");
    }

    private static async Task<IReadOnlyList<RecordedCall>> SyncAsync(SimulatedDevice device, RecordingHandler recorder)
    {
        recorder.Calls.Clear();
        var report = await device.SyncAsync();
        return report.Outcome == SyncOutcome.Completed && !report.Failures.Any()
            ? [.. recorder.Calls]
            : throw new InvalidOperationException($"The session ended as {report.Outcome}: {report.Detail}");
    }

    private static async Task<(double Ours, double Theirs)> PairAsync(EchoServer echo, IReadOnlyList<RecordedCall> calls) =>
        (calls.Sum(call => call.Duration.TotalMilliseconds), (await echo.ReplayAsync(calls)).TotalMilliseconds);

    private static string Describe(IReadOnlyList<RecordedCall> calls) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{calls.Count} {(calls.Count == 1 ? "message" : "messages")}, {calls.Sum(call => call.Sent.Length) / 1024.0:0.0} KB up, {calls.Sum(call => call.Received.Length) / 1024.0:0.0} KB down"
        );
}

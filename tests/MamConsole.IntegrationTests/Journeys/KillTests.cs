using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Dapper;
using MamConsole.Server.Storage;
using MamConsole.Simulator;
using Microsoft.Data.Sqlite;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// The real program is killed repeatedly during its work and started again on the same file: everything that it acknowledged is stored. A
/// publisher received HTTP 201; a device received the answer to its message.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class KillTests : IDisposable
{
    /// <summary>
    /// The minimum number of rounds. A few rounds in CI detect an error that loses much data; <c>eng/soak.sh</c> runs more rounds to detect
    /// rare ones.
    /// </summary>
    private static readonly int Kills = Soak.Rounds(quick: 4, soak: 24);
    private const string Minutes = "MaxInactivityTimeDeviceLock";

    private static readonly string[] People =
    [
        "aino.almeida@northwind.example",
        "bela.bergman@northwind.example",
        "carmen.castro@northwind.example",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("mamconsole-test-").FullName;
    private readonly Random random = new(18);
    private readonly ConcurrentDictionary<string, string> tokens = new();
    private readonly ConcurrentDictionary<int, int> published = new();
    private readonly ConcurrentDictionary<(string Enrollment, int Minutes), bool> acknowledged = new();
    private int rule;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KilledServer_PreservesEverythingAcknowledged()
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var strike = new Strike();
        using var line = new HttpClient(strike);
        var devices = People
            .Select(
                (person, i) =>
                    new SimulatedDevice(
                        new DeviceProfile { DeviceId = $"{i:X32}", DeviceName = $"LAPTOP-{i}" },
                        line,
                        _ => Task.FromResult<string?>(tokens[person]),
                        new DeviceOptions { ConnectionRetries = 0 }
                    )
            )
            .ToArray();

        // The amount of work between two kills varies; more rounds follow when it was small.
        for (var round = 0; round < Kills || (round < 3 * Kills && (published.Count < Kills || acknowledged.Count < Kills)); round++)
        {
            using var demo = await DemoProcess.StartAsync(folder, url);
            foreach (var person in People)
            {
                tokens[person] = await demo.DeviceTokenAsync(person);
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            using var news = new SemaphoreSlim(devices.Length);
            strike.Arm(random.Next(1, 40), random.Next(200_000), demo.Kill);
            await Task.WhenAll([
                PublishUntilTheEndAsync(line, url, await demo.ApiTokenAsync("Publisher"), news, over),
                .. devices.Select(d => SyncUntilTheEndAsync(d, url, news, over.Token)),
            ]);
            await demo.WaitForEndAsync();
            await CheckAsync();
        }

        Array.ForEach(devices, d => d.Dispose());
        Assert.True(published.Count >= Kills, $"Only {published.Count} versions were published.");
        Assert.True(acknowledged.Count >= Kills, $"Only {acknowledged.Count} changes were acknowledged.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Publishes one version after the other until the server does not answer.</summary>
    private async Task PublishUntilTheEndAsync(HttpClient line, Uri url, string token, SemaphoreSlim news, CancellationTokenSource over)
    {
        try
        {
            var list = await SendAsync(HttpMethod.Get, "", null);
            var id = (string)list["items"]!.AsArray().First(p => (string)p!["name"]! == "Finance")!["policyId"]!;
            while (true)
            {
                var policy = await SendAsync(HttpMethod.Get, id, null);
                var draft = policy["draft"]!;
                var minutes = 1 + (++rule % 900);
                draft["deviceLock"] = new JsonObject
                {
                    ["lockRequired"] = true,
                    ["lockAfterMinutes"] = minutes.ToString(CultureInfo.InvariantCulture),
                };
                var saved = await SendAsync(HttpMethod.Put, $"{id}/draft", draft, (int)policy["draftRevision"]!);
                var version = await SendAsync(
                    HttpMethod.Post,
                    $"{id}/publish",
                    new JsonObject { ["draftRevision"] = (int)saved["revision"]!, ["reason"] = "Again" }
                );
                published[(int)version["number"]!] = minutes;
                news.Release(People.Length);
            }
        }
        catch (HttpRequestException dead) when (dead.StatusCode is null)
        {
            await over.CancelAsync();
        }

        async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body, int? revision = null)
        {
            using var request = new HttpRequestMessage(method, new Uri(url, $"/api/v1/policies/{path}"))
            {
                Content = body is null ? null : JsonContent.Create(body),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (revision is { } seen)
            {
                request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
            }

            using var answer = await line.SendAsync(request, Cancel);
            return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        }
    }

    /// <summary>Checks in after each published version until the server does not answer.</summary>
    private async Task SyncUntilTheEndAsync(SimulatedDevice device, Uri url, SemaphoreSlim news, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await news.WaitAsync(over);
                if (!device.IsEnrolled && !(await device.EnrollAsync(new Uri(url, "/mam/enroll"), cancellation: Cancel)).Succeeded)
                {
                    return;
                }

                if ((await device.SyncAsync(cancellation: Cancel)).Outcome != SyncOutcome.Completed)
                {
                    return;
                }

                if (device.Tree.Read(WorkPolicies.Lock + Minutes) is { } minutes)
                {
                    acknowledged[(Journey.IdOf(device), int.Parse(minutes, CultureInfo.InvariantCulture))] = true;
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The publisher has ended, because the server was killed.
        }
    }

    private async Task CheckAsync()
    {
        var file = $"Data Source={Path.Combine(folder, "mamconsole.db")};Pooling=False";
        await using var database = new Database(Dialect.For(new StorageOptions { ConnectionString = file }));
        await FleetCount.CheckAsync(database, Cancel);
        await using var connection = new SqliteConnection(file);
        await connection.OpenAsync(Cancel);
        Assert.Equal("ok", await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check"));

        var versions = (
            await connection.QueryAsync<(long Number, string Nodes)>(
                "SELECT v.number, v.nodes FROM policy_versions v JOIN policies p ON p.policy_key = v.policy_key WHERE p.name = "
                    + "'Finance' ORDER BY v.number"
            )
        ).ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count).Select(n => (long)n), versions.Select(v => v.Number));
        Assert.All(published, p => Assert.Equal(p.Value, MinutesOf(versions[p.Key - 1].Nodes)));

        var log = (
            await connection.QueryAsync<(string Enrollment, string Nodes)>(
                """
                SELECT e.enrollment_id, v.nodes FROM acknowledgements a
                JOIN enrollments e ON e.enrollment_key = a.enrollment_key JOIN policy_versions v ON v.version_id = a.version_id
                """
            )
        ).Select(a => (a.Enrollment, MinutesOf(a.Nodes) ?? 0)).ToHashSet();
        Assert.All(acknowledged.Keys, a => Assert.Contains((a.Enrollment, a.Minutes), log));
    }

    private static int? MinutesOf(string nodes) =>
        JsonNode.Parse(nodes)!["nodes"]!.AsArray().FirstOrDefault(n => ((string)n!["locUri"]!).EndsWith(Minutes, StringComparison.Ordinal))
            is { } node
            ? int.Parse((string)node["value"]!, CultureInfo.InvariantCulture)
            : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Kills the server while one of the messages is being sent or answered.</summary>
    private sealed class Strike() : DelegatingHandler(new SocketsHttpHandler())
    {
        private Action? kill;
        private int left;
        private int pause;

        /// <param name="message">The number of the message during which the server is killed.</param>
        /// <param name="spins">The delay in spin iterations, chosen so that kills happen before, during and after the commit.</param>
        /// <param name="strike">The action that kills the server.</param>
        public void Arm(int message, int spins, Action strike) => (left, pause, kill) = (message, spins, strike);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = base.SendAsync(request, cancellationToken);
            if (Interlocked.Decrement(ref left) == 0)
            {
                Thread.SpinWait(pause);
                kill!();
            }

            return await answer;
        }
    }
}

using MamConsole.Server.Devices;
using MamConsole.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Two servers on one PostgreSQL database behind one address. A SQLite file is used by one process only.</summary>
public sealed class TwoNodesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Session_ContinuesOnAnotherNode() =>
        Journey.OnAsync(
            nameof(StorageProvider.PostgreSql),
            async journey =>
            {
                await using var other = await BesideAsync(journey);
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync(network: new RoundRobin(journey.Server.Url, other.Url));

                for (var session = 0; session < 2; session++)
                {
                    var report = await journey.SyncAsync(device);
                    Assert.True(session > 0 || report.Exchanges.Length >= 4);
                }

                Assert.All((await journey.PageAsync(device)).Settings, s => Assert.Equal(SettingLevel.ReadBack, s.Level));
                Assert.Single(await journey.LogAsync(device), a => a.Without.Count == 0);
            }
        );

    [Fact]
    public Task RepeatedMessage_AtAnotherNodeGetsTheSameBytes() =>
        Journey.OnAsync(
            nameof(StorageProvider.PostgreSql),
            async journey =>
            {
                await using var other = await BesideAsync(journey);
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                device.CrashAfterMessage(1);
                var exchange = (await journey.TrySyncAsync(device)).Exchanges[0];

                var again = await Wire.PostAsync(
                    other.Url,
                    $"/mam/sync/{Journey.IdOf(device)}",
                    exchange.Sent,
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );

                Assert.Equal(exchange.Received!.Value.ToArray(), again.Body);
            }
        );

    [Fact]
    public Task SameMessage_ConcurrentlyOnBothNodesGetsOneAnswer() =>
        Journey.OnAsync(
            nameof(StorageProvider.PostgreSql),
            async journey =>
            {
                await using var other = await BesideAsync(journey);
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var message = Package.One(device.Profile.DeviceId);

                var answers = await Task.WhenAll(
                    Enumerable
                        .Range(0, 20)
                        .Select(i =>
                            Wire.PostAsync(i % 2 == 0 ? journey.Server.Url : other.Url, $"/mam/sync/{Journey.IdOf(device)}", message, token)
                        )
                );

                Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 503 }));
                Assert.Single(answers.Where(a => a.Status == 200).Select(a => a.Text).Distinct());
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM sync_sessions"));
            }
        );

    private static Task<TestServer> BesideAsync(Journey journey) =>
        TestServer.StartAsync(
            new TestServerOptions
            {
                Beside = journey.Server,
                Settings = new Dictionary<string, string?> { ["PublicUrl"] = journey.Server.Url.GetLeftPart(UriPartial.Authority) },
                Services = services => services.AddSingleton<TimeProvider>(journey.Time),
            }
        );
}

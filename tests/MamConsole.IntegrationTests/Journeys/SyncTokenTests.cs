using MamConsole.DemoTenant.Tokens;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// Which tokens authenticate a device at <c>/mam/sync</c>, and the answers to all others (docs/reference/contract.md §3).
/// </summary>
public sealed class SyncTokenTests
{
    private const string Sqlite = "Sqlite";

    [Theory]
    [InlineData("SyncMLStatus", 200), InlineData("Http401", 401)]
    public Task Sync_WithoutATokenReturnsNoCommand(string answer, int status) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var before = await journey.SnapshotAsync();

                var answer = await Wire.PostAsync(
                    journey.Server.Url,
                    $"/mam/sync/{Journey.IdOf(device)}",
                    Package.One(device.Profile.DeviceId)
                );

                Assert.Equal(status, answer.Status);
                if (status == 200)
                {
                    Assert.All(answer.Message.Commands, c => Assert.Equal(407, Assert.IsType<SyncCommand.Status>(c).Code.Value));
                    Assert.Equal(4, answer.Message.Commands.Length);
                    Assert.True(answer.Message.Final);
                }
                else
                {
                    Assert.Equal("Bearer", answer.Challenge);
                }

                Assert.Equal(before, await journey.SnapshotAsync());
            },
            ("Devices:UnauthenticatedAnswer", answer)
        );

    [Theory]
    [InlineData("SyncMLStatus", 200), InlineData("Http401", 401)]
    public Task Sync_WithAnInvalidTokenInTheMessageReturnsNoCommand(string answer, int status) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var forged = journey.Server.Tenant.IssueDeviceToken(
                    journey.Person(),
                    faults: new TokenFaults { Signature = TokenSignature.AnotherKey }
                );

                var answer = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, token: forged));

                Assert.Equal(status, answer.Status);
                Assert.True(status == 401 ? answer.Challenge == "Bearer" : answer.Header == 401 && !answer.Requested.Any());
            },
            ("Devices:UnauthenticatedAnswer", answer)
        );

    [Theory]
    [InlineData("SyncMLStatus"), InlineData("Http401")]
    public Task Sync_RejectsAnInvalidTokenInTheHeaderBeforeReadingTheMessage(string answer) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var tenant = journey.Server.Tenant;
                var right = tenant.IssueDeviceToken(journey.Person());
                var device = await journey.EnrolledAsync();
                var bodies = new HashSet<string>();
                foreach (
                    var header in new[]
                    {
                        "Bearer",
                        "Bearer nonsense",
                        "Basic " + right,
                        right,
                        "Bearer " + right + "x",
                        "Bearer "
                            + tenant.IssueDeviceToken(journey.Person(), faults: new TokenFaults { Signature = TokenSignature.Removed }),
                        "Bearer "
                            + tenant.IssueDeviceToken(journey.Person(), faults: new TokenFaults { Claims = c => c["exp"] = 1_000_000 }),
                        "Bearer " + tenant.IssueIdToken(journey.Person(), tenant.MamClientId),
                    }
                )
                {
                    foreach (var message in new[] { Package.One(device.Profile.DeviceId), "no SyncML"u8.ToArray() })
                    {
                        var answer = await Wire.PostAsync(
                            journey.Server.Url,
                            "/mam/sync",
                            message,
                            change: r => r.Headers.TryAddWithoutValidation("Authorization", header)
                        );
                        Assert.Equal((header, 401, "Bearer"), (header, answer.Status, answer.Challenge));
                        bodies.Add(answer.Text);
                    }
                }

                Assert.Single(bodies);
            },
            ("Devices:UnauthenticatedAnswer", answer)
        );

    [Fact]
    public Task Sync_ForbidsAValidTokenWithAnotherScope() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var device = await journey.EnrolledAsync();

                var answer = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(device.Profile.DeviceId),
                    journey.Server.Tenant.IssueDeviceToken(
                        journey.Person(),
                        faults: new TokenFaults { Claims = c => c["scp"] = "access_as_user" }
                    )
                );

                Assert.Equal(403, answer.Status);
            }
        );

    [Fact]
    public Task Sync_AnswersForeignAndUnknownDevicesIdentically() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var gone = await journey.EnrolledAsync();
                var goneId = Journey.IdOf(gone);
                await gone.UnenrollAsync(TestContext.Current.CancellationToken);
                var (mine, theirs) = (
                    journey.Server.Tenant.IssueDeviceToken(journey.Person()),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person(1))
                );
                var before = await journey.SnapshotAsync();

                var answers = new[]
                {
                    await SendAsync(Journey.IdOf(device), device.Profile.DeviceId, theirs),
                    await SendAsync("", device.Profile.DeviceId, theirs),
                    await SendAsync("", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", theirs),
                    await SendAsync("no-such-path", device.Profile.DeviceId, mine),
                    await SendAsync(goneId, device.Profile.DeviceId, mine),
                    await SendAsync(goneId, gone.Profile.DeviceId, mine),
                    await SendAsync("", device.Profile.DeviceId.ToLowerInvariant().Replace('0', 'o'), mine),
                };

                Assert.All(answers, a => Assert.Equal((403, answers[0].Text), (a.Status, a.Text)));
                Assert.Equal(before, await journey.SnapshotAsync());

                Task<WireAnswer> SendAsync(string path, string deviceId, string token) =>
                    Wire.PostAsync(journey.Server.Url, path.Length == 0 ? "/mam/sync" : $"/mam/sync/{path}", Package.One(deviceId), token);
            }
        );

    [Fact]
    public Task Sync_RejectsTheTokenOfAnotherPersonInASession() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(device.Profile.DeviceId),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );
                var before = await journey.SnapshotAsync();

                var answer = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(device.Profile.DeviceId, 2),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person(1))
                );

                Assert.Equal(403, answer.Status);
                Assert.Equal(before, await journey.SnapshotAsync());
            }
        );

    [Theory]
    [
        InlineData(TokenVersion.V1, TokenLocations.Header),
        InlineData(TokenVersion.V2, TokenLocations.Header),
        InlineData(TokenVersion.V1, TokenLocations.Header | TokenLocations.Alert)
    ]
    public Task Sync_AcceptsBothTokenVersionsAndLocations(TokenVersion version, TokenLocations locations) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var shape = new DeviceProfile { DeviceId = "ABCDEF0123456789ABCDEF0123456789", DeviceName = "LAPTOP-V" };
                using var http = new HttpClient();
                using var device = new SimulatedDevice(
                    shape,
                    http,
                    _ => Task.FromResult<string?>(journey.Server.Tenant.IssueDeviceToken(journey.Person(), version)),
                    new DeviceOptions { TokenLocations = locations },
                    journey.Time
                );

                await journey.EnrollAsync(device);
                await journey.SyncAsync(device);

                Assert.True(device.IsProtecting);
                Assert.Equal(journey.Person().UserName, (await journey.PageAsync(device)).Row.Upn);
            }
        );

    [Theory]
    [InlineData(TokenVersion.V1), InlineData(TokenVersion.V2)]
    public Task TokenInMessage_AuthenticatesOnlyThatMessage(TokenVersion version) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person(), version);

                var first = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(device.Profile.DeviceId, token: token));
                var second = await Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.Next(device.Profile.DeviceId, 2));
                var third = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.Next(
                        device.Profile.DeviceId,
                        2,
                        new SyncCommand.Alert("9", 1224, [new SyncItem(Type: "com.microsoft/MDM/AADUserToken", Data: token)])
                    )
                );

                Assert.Equal((200, true), (first.Header, first.Requested.Any()));
                Assert.Equal((407, false), (second.Header, second.Requested.Any()));
                Assert.Equal(200, third.Header);
            }
        );

    [Theory]
    [InlineData("others"), InlineData("none")]
    public Task Sync_SendsNothingWhileAnotherUserIsSignedIn(string login) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();

                var answer = await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(device.Profile.DeviceId, login: login),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );

                Assert.Equal((200, false), (answer.Header, answer.Requested.Any()));
                Assert.Equal(DeviceState.Pending, (await journey.PageAsync(device)).Row.State);
            }
        );
}

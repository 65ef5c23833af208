using System.Net.Http.Headers;
using MamConsole.DemoTenant.Tokens;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>The answers of <c>/mam/enroll</c> other than a successful enrollment (docs/reference/protocol.md §1.6).</summary>
public sealed class EnrollmentEndpointTests
{
    [Theory, EveryDatabase]
    public Task Enroll_AboveTheDeviceLimitShowsTheReason(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var first = await journey.EnrolledAsync();
                var second = journey.NewDevice();

                var rejected = await second.EnrollAsync(
                    new Uri(journey.Server.Url, "/mam/enroll"),
                    cancellation: TestContext.Current.CancellationToken
                );
                var again = await first.ReEnrollAsync(cancellation: TestContext.Current.CancellationToken);
                await journey.EnrolledAsync(journey.Person(1));

                Assert.Equal("0x80180013", rejected.HResult);
                Assert.Contains("You have already enrolled 1 PC", rejected.Detail, StringComparison.Ordinal);
                Assert.True(again.Succeeded);
                Assert.Equal(2, (await journey.OverviewAsync()).Enrolled);
            },
            ("Devices:MaxPerUser", "1")
        );

    [Fact]
    public Task EnrollmentFault_HasTheCodesThatWindowsEvaluates() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.EnrolledAsync();

                var tooMany = await EnrollAsync(
                    journey,
                    "ABCDEF0123456789ABCDEF0123456789",
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );
                var noName = await EnrollAsync(journey, "' OR 1=1 --", journey.Server.Tenant.IssueDeviceToken(journey.Person(1)));
                var forged = await EnrollAsync(
                    journey,
                    "ABCDEF",
                    journey.Server.Tenant.IssueDeviceToken(
                        journey.Person(1),
                        faults: new TokenFaults { Signature = TokenSignature.AnotherKey }
                    )
                );
                var nonsense = await Wire.PostAsync(journey.Server.Url, "/mam/enroll", "<html/>"u8.ToArray());
                var tooLong = await Wire.PostAsync(journey.Server.Url, "/mam/enroll", new byte[(512 * 1024) + 1]);

                Assert.Equal((500, "application/soap+xml"), (tooMany.Status, tooMany.Response.Content.Headers.ContentType!.MediaType));
                Assert.Contains(">DeviceCapReached<", tooMany.Text, StringComparison.Ordinal);
                Assert.Contains(":Authorization<", tooMany.Text, StringComparison.Ordinal);
                Assert.Contains(">InvalidEnrollmentData<", noName.Text, StringComparison.Ordinal);
                Assert.Contains(":Authentication<", forged.Text, StringComparison.Ordinal);
                Assert.Equal(500, nonsense.Status);
                Assert.Equal(413, tooLong.Status);
                Assert.Equal(1, (await journey.OverviewAsync()).Enrolled);
            },
            ("Devices:MaxPerUser", "1")
        );

    [Fact]
    public Task EnrollmentEndpoint_AnswersAProbeWithGet() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var client = new HttpClient();
                using var answer = await client.GetAsync(new Uri(journey.Server.Url, "/mam/enroll"), TestContext.Current.CancellationToken);

                Assert.Equal((200, 0), ((int)answer.StatusCode, answer.Content.Headers.ContentLength));
            }
        );

    [Theory, EveryDatabase]
    public Task Enroll_TheSameDeviceConcurrentlyLeavesOneEnrollment(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                var answers = await Task.WhenAll(
                    Enumerable.Range(0, 8).Select(_ => EnrollAsync(journey, "ABCDEF0123456789ABCDEF0123456789", token))
                );

                Assert.All(answers, a => Assert.Equal(200, a.Status));
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments WHERE ended_at IS NULL"));
                Assert.Equal(1, (await journey.OverviewAsync()).Enrolled);
            }
        );

    [Theory, EveryDatabase]
    public Task Enroll_DuringCheckInsOfTheSameDeviceCountsItOnce(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                const string id = "ABCDEF0123456789ABCDEF0123456789";
                await journey.PublishAsync(WorkPolicies.Everything);
                await EnrollAsync(journey, id, journey.Server.Tenant.IssueDeviceToken(journey.Person()));
                for (var round = 0; round < 12; round++)
                {
                    // Each round uses a new token, because the previous one would make it the same request.
                    var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                    var calls = Enumerable
                        .Range(0, 6)
                        .Select(call => Wire.PostAsync(journey.Server.Url, "/mam/sync", Package.One(id, $"{call}"), token));

                    var answers = await Task.WhenAll([EnrollAsync(journey, id, token), .. calls]);

                    Assert.Equal(200, answers[0].Status);
                    Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 503 }));
                }

                Assert.Equal(1, (await journey.OverviewAsync()).Enrolled);
                Assert.Equal(13, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"));
            },
            ("Limits:CallsPerDevicePerMinute", "0")
        );

    private static Task<WireAnswer> EnrollAsync(Journey journey, string deviceId, string token)
    {
        var address = new Uri(journey.Server.Url, "/mam/enroll");
        var request = new EnrollmentRequest
        {
            MessageId = "urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749",
            Token = token,
            Context =
            [
                new ContextItem("DeviceID", deviceId),
                new ContextItem("DeviceName", "LAPTOP"),
                new ContextItem("EnrollmentType", "AppManagement"),
                new ContextItem("OSVersion", "10.0.22631.1"),
            ],
        };
        return Wire.PostAsync(
            journey.Server.Url,
            "/mam/enroll",
            EnrollmentRequestWriter.Write(request, address.AbsoluteUri),
            change: r => r.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/soap+xml", "utf-8")
        );
    }
}

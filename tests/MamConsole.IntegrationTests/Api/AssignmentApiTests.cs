using System.Net;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The assignment of policies to devices through the REST API.</summary>
public sealed class AssignmentApiTests
{
    [Theory, EveryDatabase]
    public Task AssignmentApi_ReadsAudienceAndExplanationAndChangesRingAndGroups(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var everyone = await journey.PublishAsync(WorkPolicies.Locking(15), "Everyone");
                await journey.PublishAsync(WorkPolicies.For(PolicyTestHost.Lock(5), journey.Person(1).UserName), "Named");
                var device = await journey.EnrolledAsync();
                await journey.EnrolledAsync();
                await journey.EnrolledAsync(journey.Person(1));
                using var client = await journey.Server.SignedInApiClientAsync("HelpDesk");
                using var author = await journey.Server.SignedInApiClientAsync("Author", "Publisher");
                using var auditor = await journey.Server.SignedInApiClientAsync("Auditor");
                var audience = $"/api/v1/policies/{everyone.PolicyId}/audience";

                var first = await client.CallAsync(HttpMethod.Get, $"{audience}?take=1");
                Assert.Equal(
                    (2, 1, "published", "Everyone"),
                    ((int)first["getting"]!, (int)first["elsewhere"]!, (string?)first["of"], (string?)first["words"])
                );
                var second = await client.CallAsync(HttpMethod.Get, $"{audience}?take=1&after={first["next"]}");
                Assert.Null(second["next"]);
                Assert.NotEqual((string?)first["rows"]![0]!["deviceId"], (string?)second["rows"]![0]!["deviceId"]);
                var elsewhere = await client.CallAsync(HttpMethod.Get, $"{audience}?show=elsewhere");
                Assert.Equal("Named", (string?)elsewhere["rows"]![0]!["instead"]!["name"]);
                Assert.Equal(
                    (HttpStatusCode.BadRequest, "AudienceKeyUnknown"),
                    Problem(await client.CallAsync(HttpMethod.Get, $"{audience}?after=!"))
                );
                Assert.Equal(
                    (HttpStatusCode.BadRequest, "QueryInvalid"),
                    Problem(await client.CallAsync(HttpMethod.Get, $"{audience}?show=nobody"))
                );
                Assert.Equal(
                    (HttpStatusCode.NotFound, "NotFound"),
                    Problem(await client.CallAsync(HttpMethod.Get, "/api/v1/policies/none/audience"))
                );

                var root = $"/api/v1/devices/{Journey.IdOf(device)}";
                var explanation = await client.CallAsync(HttpMethod.Get, $"{root}/assignment");
                Assert.Equal(
                    (everyone.PolicyId, "wins", "Broad"),
                    ((string?)explanation["policyId"], (string?)explanation["policies"]![0]!["reason"], (string?)explanation["ring"])
                );
                var moved = await client.CallAsync(HttpMethod.Put, $"{root}/ring", """{"ring":"Pilot"}""");
                Assert.Equal((HttpStatusCode.OK, "Pilot"), (moved.Status, (string?)moved["ring"]));
                Assert.Equal("Pilot", (string?)(await client.CallAsync(HttpMethod.Get, $"{root}/assignment"))["ring"]);
                Assert.Equal(
                    (HttpStatusCode.UnprocessableEntity, "RingInvalid"),
                    Problem(await client.CallAsync(HttpMethod.Put, $"{root}/ring", """{"ring":"a;b"}"""))
                );
                Assert.Equal(
                    (HttpStatusCode.Forbidden, "NotAllowed"),
                    Problem(await auditor.CallAsync(HttpMethod.Put, $"{root}/ring", """{"ring":"Pilot"}"""))
                );
                Assert.True((bool)(await client.CallAsync(HttpMethod.Post, $"{root}/groups/read"))["changed"]!);

                Assert.Equal(
                    "Sales",
                    (string?)(await author.CallAsync(HttpMethod.Get, "/api/v1/directory/groups?search=sal"))["items"]![0]!["name"]
                );
                Assert.Equal(
                    (HttpStatusCode.Forbidden, "NotAllowed"),
                    Problem(await client.CallAsync(HttpMethod.Get, "/api/v1/directory/groups?search=sal"))
                );
                journey.Server.Tenant.GraphDown = true;
                Assert.Equal(
                    (HttpStatusCode.BadGateway, "DirectoryUnavailable"),
                    Problem(await client.CallAsync(HttpMethod.Post, $"{root}/groups/read"))
                );
                Assert.Equal(
                    (HttpStatusCode.BadGateway, "DirectoryUnavailable"),
                    Problem(await author.CallAsync(HttpMethod.Get, "/api/v1/directory/groups?search=sal"))
                );
            }
        );

    private static (HttpStatusCode Status, string Kind) Problem(ApiAnswer answer) => (answer.Status, $"{answer["title"]}");
}

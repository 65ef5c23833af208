using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol;
using MamConsole.Server.Access;
using MamConsole.Server.Devices;
using MamConsole.Server.Jobs;
using MamConsole.Server.Sessions;

namespace MamConsole.IntegrationTests.Api;

/// <summary>Sessions and retention through the REST API.</summary>
public sealed class SessionApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task SessionApi_ListsReadsAndExportsSessions(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var other = await journey.EnrolledAsync(journey.Person(1));
                for (var i = 0; i < 3; i++)
                {
                    await journey.PublishAsync(WorkPolicies.Locking(6 + i));
                    await journey.SyncAsync(device);
                }

                using var client = await journey.Server.SignedInApiClientAsync("HelpDesk");
                var root = $"/api/v1/devices/{Journey.IdOf(device)}/sessions";
                var seen = new List<string>();
                string? next = null;
                do
                {
                    var page = await GetAsync($"{root}?take=2{(next is null ? "" : $"&after={next}")}");
                    seen.AddRange(page["rows"]!.AsArray().Select(r => (string)r!["id"]!));
                    next = (string?)page["next"];
                } while (next is not null);

                Assert.Equal(4, seen.Distinct().Count());
                Assert.Equal(seen.OrderByDescending(long.Parse), seen);
                var session = await GetAsync($"{root}/{seen[0]}");
                Assert.Equal(
                    ("session", "closed", "good"),
                    ((string)session["row"]!["kind"]!, (string)session["row"]!["ending"]!, (string)session["row"]!["mark"]!)
                );
                Assert.Contains(SecretMask.Mark, (string)session["exchanges"]![0]!["message"]!["xml"]!, StringComparison.Ordinal);

                using var export = await client.GetAsync($"{root}/{seen[0]}/export", Cancel);
                var text = await export.Content.ReadAsStringAsync(Cancel);
                Assert.Equal(
                    ("text/plain", "attachment"),
                    (export.Content.Headers.ContentType!.MediaType, export.Content.Headers.ContentDisposition!.DispositionType)
                );
                Assert.Contains("Set “Maximum inactivity time until lock”: | 8 minutes", text, StringComparison.Ordinal);
                Assert.Contains("<MsgID>1</MsgID>", text, StringComparison.Ordinal);
                TokenText.AssertNone(text);

                foreach (
                    var (address, status) in new[]
                    {
                        ($"{root}?after=x", HttpStatusCode.BadRequest),
                        ($"{root}?take=x", HttpStatusCode.BadRequest),
                        ($"{root}/999999", HttpStatusCode.NotFound),
                        ($"{root}/x", HttpStatusCode.NotFound),
                        ($"/api/v1/devices/{Journey.IdOf(other)}/sessions/{seen[0]}", HttpStatusCode.NotFound),
                        ($"/api/v1/devices/{Journey.IdOf(other)}/sessions/{seen[0]}/export", HttpStatusCode.NotFound),
                        ("/api/v1/devices/0198c0de-0000-7000-8000-000000000000/sessions", HttpStatusCode.NotFound),
                    }
                )
                {
                    using var answer = await client.GetAsync(address, Cancel);
                    Assert.Equal((address, status), (address, answer.StatusCode));
                }

                async Task<JsonNode> GetAsync(string address) => (await client.GetFromJsonAsync<JsonNode>(address, Cancel))!;
            }
        );

    [Fact]
    public Task SessionApi_IsReadableByEveryRoleOnly() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                var newest = (await journey.Get<SessionQueries>().ListAsync(Journey.HelpDesk, id, null, 1, Cancel)).Value().Rows[0].Id;
                foreach (var role in Enum.GetValues<AppRole>())
                {
                    await SendAsync(PolicyTestHost.Person($"{role}", role), allowed: true);
                }

                await SendAsync(PolicyTestHost.Person("nobody"), allowed: false);

                foreach (
                    var (roles, expected) in new (string[], HttpStatusCode)[]
                    {
                        (["Auditor"], HttpStatusCode.OK),
                        ([], HttpStatusCode.Forbidden),
                    }
                )
                {
                    using var client = await journey.Server.SignedInApiClientAsync(roles);
                    foreach (
                        var address in new[]
                        {
                            $"/api/v1/devices/{id}/sessions",
                            $"/api/v1/devices/{id}/sessions/{newest}",
                            $"/api/v1/devices/{id}/sessions/{newest}/export",
                            "/api/v1/retention",
                        }
                    )
                    {
                        using var answer = await client.GetAsync(address, Cancel);
                        Assert.Equal((address, expected), (address, answer.StatusCode));
                    }
                }

                async Task SendAsync(Administrator who, bool allowed)
                {
                    var problems = new[]
                    {
                        (await journey.Get<SessionQueries>().ListAsync(who, id, null, 1, Cancel)).ProblemOrNull(),
                        (await journey.Get<SessionQueries>().GetAsync(who, id, newest, Cancel)).ProblemOrNull(),
                        (await journey.Get<RetentionQueries>().GetAsync(who, Cancel)).ProblemOrNull(),
                    };
                    Assert.All(problems, p => Assert.Equal(allowed, p is null));
                    Assert.All(problems.Where(p => p is not null), p => Assert.IsType<NotAllowed>(p));
                }
            }
        );

    [Fact]
    public Task SessionDownload_RequiresASignedInPerson() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                var newest = (await journey.Get<SessionQueries>().ListAsync(Journey.HelpDesk, id, null, 1, Cancel)).Value().Rows[0].Id;
                var address = $"/devices/{id}/sessions/{newest}/export";
                var browser = journey.Server.CreateBrowser();
                using var stranger = journey.Server.CreateClient();

                using var rejected = await stranger.GetAsync(address, Cancel);
                Assert.NotEqual(HttpStatusCode.OK, rejected.StatusCode);
                var page = await browser.SignInAsync(journey.Server.Tenant.WithRoles("HelpDesk"), address);
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.StartsWith("Session ", page.Html, StringComparison.Ordinal);
            }
        );
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The actions of the device page through the REST API.</summary>
public sealed class DeviceActionApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task DeviceActionApi_QueuesListsAnswersAndCancelsDeviceActions(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var root = $"/api/v1/devices/{Journey.IdOf(device)}";
                using var client = await journey.Server.SignedInApiClientAsync("HelpDesk");

                var first = await PostAsync(client, $"{root}/commands", new { kind = "readNodes" }, key: "k-1");
                Assert.Equal(
                    (HttpStatusCode.Created, "queued", "Read now"),
                    (first.Status, (string?)first.Body!["state"], (string?)first.Body["title"])
                );
                var address = $"{root}/commands/{first.Body["id"]}";
                Assert.Equal(address, first.Location);
                var again = await PostAsync(client, $"{root}/commands", new { kind = "readNodes" }, key: "k-1");
                Assert.Equal((HttpStatusCode.Created, (string?)first.Body["id"]), (again.Status, (string?)again.Body!["id"]));
                Assert.Equal(
                    (HttpStatusCode.UnprocessableEntity, "IdempotencyKeyReused"),
                    Problem(await PostAsync(client, $"{root}/commands", new { kind = "verifyHealth" }, key: "k-1"))
                );
                Assert.Equal(
                    (HttpStatusCode.UnprocessableEntity, "DeviceActionInvalid"),
                    Problem(await PostAsync(client, $"{root}/commands", new { kind = "unenroll" }))
                );
                Assert.Equal(
                    (HttpStatusCode.UnprocessableEntity, "DeviceActionInvalid"),
                    Problem(await PostAsync(client, $"{root}/commands", new { kind = "readNodes", locUris = new[] { "./DevDetail/SwV" } }))
                );
                Assert.Equal(
                    (HttpStatusCode.UnprocessableEntity, "DeviceActionInvalid"),
                    Problem(await PostAsync(client, $"{root}/commands", new { kind = "readNodes" }, key: new string('k', 201)))
                );
                Assert.Equal(
                    (HttpStatusCode.BadRequest, "BodyInvalid"),
                    Problem(await PostAsync(client, $"{root}/commands", new { kind = "wipe" }))
                );
                Assert.Equal(
                    (HttpStatusCode.BadRequest, "BodyInvalid"),
                    Problem(await PostAsync(client, $"{root}/commands", new { kind = "readNodes", wipe = true }))
                );
                var second = await PostAsync(client, $"{root}/commands", new { kind = "retrieveLogs", since = "2026-01-01T00:00:00Z" });
                await client.DeleteAsync($"{root}/commands/{second.Body!["id"]}", Cancel);
                Assert.Equal("cancelled", (string?)(await GetAsync(client, $"{root}/commands/{second.Body["id"]}"))["state"]);
                using var twice = await client.DeleteAsync($"{root}/commands/{second.Body["id"]}", Cancel);
                Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

                await journey.SyncAsync(device);

                var answered = await GetAsync(client, address);
                Assert.Equal(("answered", 1), ((string?)answered["state"], (int)answered["attempts"]!));
                Assert.Contains(answered["nodes"]!.AsArray(), n => (string?)n!["label"] == "Firewall" && (string?)n["value"] == "0");
                var page = await GetAsync(client, $"{root}/commands?take=1");
                Assert.Equal((string?)second.Body["id"], (string?)page["rows"]![0]!["id"]);
                var rest = await GetAsync(client, $"{root}/commands?take=1&after={page["next"]}");
                Assert.Equal(((string?)first.Body["id"], null), ((string?)rest["rows"]![0]!["id"], (string?)rest["next"]));
                using var wrong = await client.GetAsync($"{root}/commands?after=x", Cancel);
                Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            }
        );

    [Theory, EveryDatabase]
    public Task DeviceActionApi_BlocksRetiresAndReleasesDevices(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var root = $"/api/v1/devices/{Journey.IdOf(device)}";
                using var client = await journey.Server.SignedInApiClientAsync("Owner");
                using var publisher = await journey.Server.SignedInApiClientAsync("Author", "Publisher");

                Assert.Equal((HttpStatusCode.Forbidden, "NotAllowed"), Problem(await PostAsync(publisher, $"{root}/block", new { })));
                Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, $"{root}/block", null)).Status);
                Assert.Equal("blocked", (string?)(await GetAsync(client, root))["row"]!["state"]);
                Assert.Equal(1, (int)(await GetAsync(client, "/api/v1/devices?state=blocked"))["total"]!);
                Assert.True((bool)(await PostAsync(client, $"{root}/unblock", null)).Body!["wasBlocked"]!);
                Assert.Equal((HttpStatusCode.Conflict, "NothingRejected"), Problem(await PostAsync(client, $"{root}/retry", null)));

                var unconfirmed = await PostAsync(client, $"{root}/retire", new { confirmation = "LAPTOP" });
                Assert.Equal((HttpStatusCode.UnprocessableEntity, "NameNotConfirmed"), Problem(unconfirmed));
                Assert.Equal("LAPTOP-001", (string?)unconfirmed.Body!["expected"]);
                Assert.Equal(
                    HttpStatusCode.OK,
                    (
                        await PostAsync(
                            client,
                            $"{root}/retire",
                            new
                            {
                                mode = "unenroll",
                                confirmation = "LAPTOP-001",
                                reason = "Left the company",
                            }
                        )
                    ).Status
                );
                Assert.Equal("retiring", (string?)(await GetAsync(client, root))["row"]!["state"]);
                Assert.Equal(1, (int)(await GetAsync(client, "/api/v1/devices?state=retiring"))["total"]!);
                Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, $"{root}/release", new { confirmation = "LAPTOP-001" })).Status);
                Assert.Equal(
                    (HttpStatusCode.Conflict, "EnrollmentEnded"),
                    Problem(await PostAsync(client, $"{root}/commands", new { kind = "readNodes" }))
                );
                Assert.Equal(
                    (HttpStatusCode.NotFound, "NotFound"),
                    Problem(await PostAsync(client, "/api/v1/devices/none/block", new { }))
                );
            }
        );

    private static (HttpStatusCode Status, string Kind) Problem(ApiAnswer answer) => (answer.Status, $"{answer.Body!["title"]}");

    private static async Task<ApiAnswer> PostAsync(HttpClient client, string address, object? body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await client.SendAsync(request, Cancel);
        return new ApiAnswer(
            answer.StatusCode,
            JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel)),
            answer.Headers.Location?.OriginalString
        );
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<JsonNode>(address, Cancel))!;

    private sealed record ApiAnswer(HttpStatusCode Status, JsonNode? Body, string? Location);
}

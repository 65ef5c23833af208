using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Outcomes;

namespace MamConsole.IntegrationTests.Api;

public sealed class PolicyApiTests
{
    private const string Root = "/api/v1/policies";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task PolicyApi_PublishesADraftAndRollsItBack(string provider)
    {
        await using var host = await PolicyApiHost.StartAsync(provider);
        using var client = host.Client("Author,Publisher");

        var created = await SendAsync(
            client,
            HttpMethod.Post,
            Root,
            """{ "name": "Default", "document": { "deviceLock": { "lockRequired": true, "lockAfterMinutes": "5" } } }"""
        );
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var policy = created.Location!;

        var (_, body, _, etag) = await SendAsync(client, HttpMethod.Get, policy);
        Assert.Equal("\"1\"", etag);
        Assert.Equal("5", body.GetProperty("draft").GetProperty("deviceLock").GetProperty("lockAfterMinutes").GetString());

        var first = await SendAsync(client, HttpMethod.Post, $"{policy}/publish", """{ "draftRevision": 1 }""");
        Assert.Equal((HttpStatusCode.Created, $"{policy}/versions/1"), (first.Status, first.Location));

        var saved = await SendAsync(
            client,
            HttpMethod.Put,
            $"{policy}/draft",
            """{ "deviceLock": { "lockRequired": true, "lockAfterMinutes": "6" } }""",
            "\"1\""
        );
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (saved.Status, saved.ETag));

        var review = (await SendAsync(client, HttpMethod.Post, $"{policy}/validate")).Body;
        Assert.True(review.GetProperty("canPublish").GetBoolean());
        Assert.NotEqual(0, review.GetProperty("changes").GetProperty("changes").GetArrayLength());

        Assert.Equal(
            HttpStatusCode.Created,
            (await SendAsync(client, HttpMethod.Post, $"{policy}/publish", """{ "draftRevision": 2, "reason": "Six" }""")).Status
        );
        var back = await SendAsync(
            client,
            HttpMethod.Post,
            $"{policy}/rollback",
            """{ "toNumber": 1, "expectedCurrentNumber": 2, "reason": "Five" }"""
        );
        Assert.Equal((3, 1), (back.Body.GetProperty("number").GetInt32(), back.Body.GetProperty("rolledBackFrom").GetInt32()));

        var page = (await SendAsync(client, HttpMethod.Get, $"{policy}/versions?take=2")).Body;
        Assert.Equal([3, 2], page.GetProperty("items").EnumerateArray().Select(v => v.GetProperty("number").GetInt32()));
        var last = (await SendAsync(client, HttpMethod.Get, $"{policy}/versions?take=2&before={page.GetProperty("next").GetInt32()}")).Body;
        Assert.Equal([1], last.GetProperty("items").EnumerateArray().Select(v => v.GetProperty("number").GetInt32()));
        Assert.False(last.TryGetProperty("next", out _));

        Assert.Equal(1, (await SendAsync(client, HttpMethod.Get, $"{policy}/versions/1")).Body.GetProperty("number").GetInt32());
        var node = (await SendAsync(client, HttpMethod.Get, $"{policy}/versions/1/nodes")).Body.GetProperty("nodes")[0];
        Assert.Equal(("int", "deviceLock"), (node.GetProperty("format").GetString(), node.GetProperty("stage").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, HttpMethod.Get, $"{policy}/compare?from=0&to=2")).Status);
        Assert.Equal(1, (await SendAsync(client, HttpMethod.Get, Root)).Body.GetProperty("items").GetArrayLength());
        Assert.Equal(
            "Other",
            (await SendAsync(client, HttpMethod.Put, $"{policy}/name", """{ "name": "Other" }""")).Body.GetProperty("name").GetString()
        );
        Assert.Equal(
            "5",
            (await SendAsync(client, HttpMethod.Get, $"{policy}/draft"))
                .Body.GetProperty("deviceLock")
                .GetProperty("lockAfterMinutes")
                .GetString()
        );
    }

    [Theory]
    [InlineData("""{ "deviceLock": { "lockAfterMinutez": "5" } }""", "$.deviceLock.lockAfterMinutez")]
    [InlineData("""{ "deviceLock": { "lockAfterMinutes": 5 } }""", "$.deviceLock.lockAfterMinutes")]
    [InlineData("""{ "deviceLock": { "lockAfterMinutes": null } }""", "$.deviceLock.lockAfterMinutes")]
    [InlineData("""{ "deviceLock": { "passwordKind": "smell" } }""", "$.deviceLock.passwordKind")]
    [InlineData("""{ "deviceLock": null }""", "$.deviceLock")]
    [InlineData("""{ "deviceLock": {}, "deviceLock": {} }""", "$.deviceLock")]
    [InlineData("""{ "assignment": { "people": [ "a@b.c", 7 ] } }""", "$.assignment.people[1]")]
    [InlineData(
        """{ "appRules": { "allowed": [ { "kind": "storeApp" }, { "kind": "storeApp", "publisher": 7 } ] } }""",
        "$.appRules.allowed[1].publisher"
    )]
    [InlineData("""{ "appRules": { "allowed": [ { "kind": "phoneApp" } ] } }""", "$.appRules.allowed[0]")]
    [InlineData("""{ "appRules": { "allowed": [ { "publisher": "x" } ] } }""", "$.appRules.allowed")]
    [InlineData("""{ "networkBoundary": 5 }""", "$.networkBoundary")]
    [InlineData("""{ "publishedBy": "me" }""", "$.publishedBy")]
    [InlineData("""{ "deviceLock": { """, "$.deviceLock")]
    [InlineData("null", "$")]
    public async Task PolicyApi_ReportsThePositionOfAnInvalidMember(string body, string path)
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author");
        var policy = (await SendAsync(client, HttpMethod.Post, Root, """{ "name": "Default" }""")).Location!;

        var answer = await SendAsync(client, HttpMethod.Put, $"{policy}/draft", body, "\"1\"");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            (ProblemResults.TypePrefix + nameof(BodyInvalid), path),
            (answer.Body.GetProperty("type").GetString(), answer.Body.GetProperty("path").GetString())
        );
        Assert.DoesNotContain("MamConsole.", answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("\"1\"", (await SendAsync(client, HttpMethod.Get, policy)).ETag);
    }

    [Fact]
    public async Task PolicyApi_AnswersProblemsWithTheirStatusAndMembers()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author,Publisher");
        var policy = (
            await SendAsync(
                client,
                HttpMethod.Post,
                Root,
                """{ "name": "Default", "document": { "deviceLock": { "lockRequired": true, "lockAfterMinutes": "ten" } } }"""
            )
        ).Location!;
        const string Document = """{ "deviceLock": { "lockRequired": true } }""";

        var stale = await SendAsync(client, HttpMethod.Put, $"{policy}/draft", Document, "\"7\"");
        Assert.Equal(
            (HttpStatusCode.PreconditionFailed, "DraftConflict", 7, 1, "Tess"),
            (stale.Status, stale.Kind, stale.Int("expected"), stale.Int("actual"), stale.Body.GetProperty("by").GetString())
        );
        foreach (var tag in new[] { null, "*", "W/\"1\"", "\"x\"", "\"1\", \"2\"" })
        {
            Assert.Equal(
                (HttpStatusCode.PreconditionRequired, "IfMatchMissing"),
                Of(await SendAsync(client, HttpMethod.Put, $"{policy}/draft", Document, tag))
            );
        }

        var blocked = await SendAsync(client, HttpMethod.Post, $"{policy}/publish", """{ "draftRevision": 1 }""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PolicyBlocked"), Of(blocked));
        Assert.Equal(
            ("DL-06", "block"),
            (
                blocked.Body.GetProperty("findings")[0].GetProperty("code").GetString(),
                blocked.Body.GetProperty("findings")[0].GetProperty("severity").GetString()
            )
        );
        Assert.Equal(
            (HttpStatusCode.Conflict, "DraftConflict"),
            Of(await SendAsync(client, HttpMethod.Post, $"{policy}/publish", """{ "draftRevision": 2 }"""))
        );
        Assert.Equal((HttpStatusCode.BadRequest, "BodyInvalid"), Of(await SendAsync(client, HttpMethod.Post, $"{policy}/publish", "{}")));
        Assert.Equal(
            (HttpStatusCode.Conflict, "NameTaken"),
            Of(await SendAsync(client, HttpMethod.Post, Root, """{ "name": "default" }"""))
        );
        Assert.Equal((HttpStatusCode.BadRequest, "TextInvalid"), Of(await SendAsync(client, HttpMethod.Post, Root, """{ "name": "" }""")));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), Of(await SendAsync(client, HttpMethod.Get, $"{Root}/nowhere")));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), Of(await SendAsync(client, HttpMethod.Get, $"{policy}/versions/1")));
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "BodyTooLarge"),
            Of(
                await SendAsync(
                    client,
                    HttpMethod.Put,
                    $"{policy}/draft",
                    $$"""{ "deviceLock": { "history": "{{new string('9', ApiJson.MaximumBody)}}" } }""",
                    "\"1\""
                )
            )
        );

        using var form = new HttpRequestMessage(HttpMethod.Post, Root)
        {
            Content = new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.SendAsync(form, Cancel)).StatusCode);
    }

    [Fact]
    public async Task PolicyApi_ValidatesAnUnsavedDraftAndDiscardsASavedOne()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author");
        var policy = (
            await SendAsync(client, HttpMethod.Post, Root, """{ "name": "Default", "document": { "deviceLock": { "history": "5" } } }""")
        ).Location!;

        var review = (await SendAsync(client, HttpMethod.Post, $"{policy}/validate", """{ "deviceLock": { "history": "99" } }""")).Body;
        var discarded = await SendAsync(client, HttpMethod.Delete, $"{policy}/draft", etag: "\"1\"");

        Assert.False(review.GetProperty("canPublish").GetBoolean());
        Assert.Equal("deviceLock.history", review.GetProperty("findings")[0].GetProperty("field").GetString());
        Assert.Equal((HttpStatusCode.OK, "\"2\"", 2), (discarded.Status, discarded.ETag, discarded.Int("revision")));
    }

    [Fact]
    public async Task AuditApi_ReturnsEventsInPages()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author");
        await SendAsync(client, HttpMethod.Post, Root, """{ "name": "One" }""");
        await SendAsync(client, HttpMethod.Post, Root, """{ "name": "Two" }""");

        var first = (await SendAsync(client, HttpMethod.Get, "/api/v1/audit?take=1&subjectKind=policy")).Body;
        var second = (await SendAsync(client, HttpMethod.Get, $"/api/v1/audit?take=1&before={first.GetProperty("next").GetInt64()}")).Body;
        var none = (await SendAsync(client, HttpMethod.Get, "/api/v1/audit?text=three")).Body;

        Assert.Equal(
            (HttpStatusCode.BadRequest, "QueryInvalid"),
            Of(await SendAsync(client, HttpMethod.Get, "/api/v1/audit?subjectKind=7"))
        );
        Assert.Equal(("policyCreated", "Created the policy Two", "Tess"), Entry(first));
        Assert.Equal(("policyCreated", "Created the policy One", "Tess"), Entry(second));
        Assert.Equal(0, none.GetProperty("entries").GetArrayLength());
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Api_Answers503ForAnOutageAnd500ForABug()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client(null);

        using var outage = await client.GetAsync(new Uri("/outage", UriKind.Relative), Cancel);
        using var bug = await client.GetAsync(new Uri("/bug", UriKind.Relative), Cancel);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30)), (outage.StatusCode, outage.Headers.RetryAfter?.Delta));
        Assert.Equal(HttpStatusCode.InternalServerError, bug.StatusCode);
        Assert.DoesNotContain("no such table", await bug.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PolicyApi_RejectsAnonymousCallersAndCallersWithoutARole()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var anonymous = host.Client(null);
        using var nobody = host.Client("Visitor");
        using var reader = host.Client("Auditor");

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(anonymous, HttpMethod.Get, Root)).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "NotAllowed"), Of(await SendAsync(nobody, HttpMethod.Get, Root)));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(reader, HttpMethod.Get, Root)).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "NotAllowed"), Of(await SendAsync(reader, HttpMethod.Post, Root, """{ "name": "x" }""")));
    }

    private static (string?, string?, string?) Entry(JsonElement page)
    {
        var entry = page.GetProperty("entries")[0];
        return (
            entry.GetProperty("action").GetString(),
            entry.GetProperty("summary").GetString(),
            entry.GetProperty("actor").GetProperty("name").GetString()
        );
    }

    private static (HttpStatusCode, string?) Of(Answer answer) => (answer.Status, answer.Kind);

    private static async Task<Answer> SendAsync(
        HttpClient client,
        HttpMethod method,
        string address,
        string? body = null,
        string? etag = null
    )
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        using var response = await client.SendAsync(request, Cancel);
        var json = response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json"
            ? await response.Content.ReadFromJsonAsync<JsonElement>(Cancel)
            : default;
        return new Answer(response.StatusCode, json, response.Headers.Location?.ToString(), response.Headers.ETag?.ToString());
    }

    private sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Location, string? ETag)
    {
        public string? Kind =>
            Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("kind", out var kind) ? kind.GetString()
            : Body.ValueKind == JsonValueKind.Object ? Body.GetProperty("title").GetString()
            : null;

        public int Int(string member) => Body.GetProperty(member).GetInt32();
    }
}

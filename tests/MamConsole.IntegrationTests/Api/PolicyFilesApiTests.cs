using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.IntegrationTests.Api;

/// <summary>Import and export of policies as files.</summary>
public sealed class PolicyFilesApiTests
{
    private const string Root = "/api/v1/policies";

    private const string Intune = """
        { "@odata.type": "#microsoft.graph.windowsInformationProtectionPolicy", "displayName": "Sales", "enforcementLevel": "noProtection", "enterpriseDomain": "contoso.com",
          "revokeOnUnenrollDisabled": true, "isAssigned": true }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Import_ReportsFirstAndCreatesADraftOnCommit(string provider)
    {
        await using var host = await PolicyApiHost.StartAsync(provider);
        using var client = host.Client("Author");

        var looked = await SendAsync(client, $"{Root}/import", Intune);
        Assert.Equal((HttpStatusCode.OK, null), (looked.Status, looked.Location));
        var item = Assert.Single(looked.Body["policies"]!.AsArray())!;
        Assert.Equal(
            ("Sales", "intuneMam", 4, 1, 0, 1),
            (
                (string?)item["name"],
                (string?)item["source"],
                (int)item["imported"]!,
                (int)item["inverted"]!,
                (int)item["repaired"]!,
                (int)item["dropped"]!
            )
        );
        Assert.Equal(
            "inverted",
            (string?)item["entries"]!.AsArray().Single(line => (string?)line!["source"] == "$.revokeOnUnenrollDisabled")!["kind"]
        );
        Assert.Contains(item["findings"]!.AsArray(), finding => (string?)finding!["code"] == "W-REV-02");
        Assert.Empty(await PoliciesAsync(client));

        var made = await SendAsync(client, $"{Root}/import?commit=true&name=Sales%20team", Intune);
        Assert.Equal((HttpStatusCode.Created, $"{Root}/{made.Body["policyId"]}"), (made.Status, made.Location));
        var draft = (await client.CallAsync(HttpMethod.Get, $"{made.Location}/draft")).Body!;
        Assert.Equal(
            ("off", false),
            ((string?)draft["informationProtection"]!["mode"], (bool)draft["informationProtection"]!["revokeOnUnenroll"]!)
        );
        Assert.Equal("Sales team", (string?)(await PoliciesAsync(client)).Single()!["name"]);
        var audited = (await client.CallAsync(HttpMethod.Get, "/api/v1/audit")).Body!["entries"]!.AsArray().Single()!;
        Assert.Equal(("policyImported", "Imported the policy Sales team"), ((string?)audited["action"], (string?)audited["summary"]));

        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(client, $"{Root}/import?commit=true&name=sales%20TEAM", Intune)).Status);
        Assert.Single(await PoliciesAsync(client));
    }

    [Fact]
    public async Task Export_IsImportedAgainUnchanged()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author,Publisher");
        var document = new WrittenPolicy
        {
            Comments = FieldComments.Of(new FieldComment("deviceLock.history", "Audit")),
            DeviceLock = new() { LockRequired = true, History = "5" },
        };
        var made = await SendAsync(
            client,
            $"{Root}/import?commit=true",
            Encoding.UTF8.GetString(PolicyFileWriter.Write(new NamedPolicy("Büro & Co", document)))
        );
        Assert.Equal(
            HttpStatusCode.Created,
            (await client.CallAsync(HttpMethod.Post, $"{made.Location}/publish", """{ "draftRevision": 1 }""")).Status
        );
        await client.CallAsync(
            HttpMethod.Put,
            $"{made.Location}/draft",
            """{ "deviceLock": { "lockRequired": true, "history": "6" } }""",
            "\"1\""
        );

        using var version = await client.GetAsync($"{made.Location}/export?format=file&version=1", Cancel);
        Assert.Equal(
            ("attachment", "buro-co-v1.json"),
            (version.Content.Headers.ContentDisposition!.DispositionType, version.Content.Headers.ContentDisposition.FileName)
        );
        var bytes = await version.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Empty(PolicyFileReader.Read(bytes, out var read));
        Assert.Equal(new NamedPolicy("Büro & Co", document), read);

        using var draft = await client.GetAsync($"{made.Location}/export", Cancel);
        Assert.Empty(PolicyFileReader.Read(await draft.Content.ReadAsByteArrayAsync(Cancel), out read));
        Assert.Equal("6", read!.Document.DeviceLock.History);

        using var content = new ByteArrayContent(bytes);
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" }, { content, "file", "../../etc/Finance.json" } };
        using var again = await client.PostAsync($"{Root}/import?commit=true&name=Again", form, Cancel);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        var copy = (await client.CallAsync(HttpMethod.Get, $"{again.Headers.Location}/draft")).Body!;
        Assert.Equal(document, copy.Deserialize<WrittenPolicy>(WrittenPolicy.Json));
        var audited = (await client.CallAsync(HttpMethod.Get, "/api/v1/audit?action=policyImported")).Body!["entries"]!.AsArray();
        Assert.Equal("Imported the policy Again from Finance.json", (string?)audited[0]!["summary"]);
    }

    [Fact]
    public async Task Export_ReturnsOtherFormsAndTheReportToEveryRole()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var author = host.Client("Author");
        using var client = host.Client("Auditor");
        var made = (await SendAsync(author, $"{Root}/import?commit=true&name=%3Cb%3E", Intune)).Location;

        using var page = await client.GetAsync($"{made}/export?format=html&version=draft", Cancel);
        Assert.Equal(
            ("text/html", "b-draft.html", "attachment"),
            (
                page.Content.Headers.ContentType!.MediaType,
                page.Content.Headers.ContentDisposition!.FileName,
                page.Content.Headers.ContentDisposition.DispositionType
            )
        );
        Assert.Contains("<h1>&lt;b&gt;</h1>", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(
            "contoso.com",
            (string?)(await client.CallAsync(HttpMethod.Get, $"{made}/export?format=intune")).Body!["enterpriseDomain"]
        );
        var entries = (await client.CallAsync(HttpMethod.Get, $"{made}/export/ledger")).Body!["entries"]!.AsArray();
        Assert.Contains(
            entries,
            line => (string?)line!["source"] == "informationProtection.revokeOnUnenroll" && (string?)line["kind"] == "inverted"
        );

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(client, $"{Root}/import", Intune)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.CallAsync(HttpMethod.Get, $"{made}/export?version=1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.CallAsync(HttpMethod.Get, $"{Root}/{Guid.NewGuid()}/export")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.CallAsync(HttpMethod.Get, $"{made}/export?version=first")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.CallAsync(HttpMethod.Get, $"{made}/export?format=pdf")).Status);
    }

    [Fact]
    public async Task Import_OfSeveralPoliciesRequiresTheItem()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author");
        var two = $$"""{ "value": [ {{Intune}}, {{Intune.Replace("Sales", "Research", StringComparison.Ordinal)}} ] }""";

        Assert.Equal(2, (await SendAsync(client, $"{Root}/import", two)).Body["policies"]!.AsArray().Count);
        var ambiguous = await SendAsync(client, $"{Root}/import?commit=true", two);
        Assert.Equal((HttpStatusCode.BadRequest, "ImportAmbiguous"), (ambiguous.Status, (string?)ambiguous.Body["title"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(client, $"{Root}/import?commit=true&item=2", two)).Status);
        Assert.Empty(await PoliciesAsync(client));

        Assert.Equal(HttpStatusCode.Created, (await SendAsync(client, $"{Root}/import?commit=true&item=1", two)).Status);
        Assert.Equal("Research", (string?)(await PoliciesAsync(client)).Single()!["name"]);
    }

    [Theory]
    [InlineData("commit=yes")]
    [InlineData("item=-1")]
    [InlineData("apps=both")]
    public async Task Import_ReportsTheInvalidParameter(string query)
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author");

        var answer = await SendAsync(client, $"{Root}/import?{query}", Intune);

        Assert.Equal((HttpStatusCode.BadRequest, query.Split('=')[0]), (answer.Status, (string?)answer.Body["parameter"]));
    }

    private static async Task<JsonArray> PoliciesAsync(HttpClient client) =>
        (await client.CallAsync(HttpMethod.Get, Root)).Body!["items"]!.AsArray();

    private static async Task<(HttpStatusCode Status, JsonNode Body, string? Location)> SendAsync(
        HttpClient client,
        string address,
        string file
    )
    {
        using var content = new StringContent(file, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await client.PostAsync(address, content, Cancel);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!, answer.Headers.Location?.ToString());
    }
}

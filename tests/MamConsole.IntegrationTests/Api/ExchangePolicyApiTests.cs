using System.Net;
using System.Text.Json.Nodes;
using MamConsole.IntegrationTests.Storage;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The recorded Exchange policy and forecasts over real HTTP and real databases.</summary>
public sealed class ExchangePolicyApiTests
{
    private const string Root = "/api/v1/exchange-policy";
    private const string FiveMinutes =
        """{ "name": "Default", "elements": { "DevicePasswordEnabled": 1, "MaxInactivityTimeDeviceLock": 300, "AllowCamera": 0 } }""";

    [Theory, EveryDatabase]
    public async Task ExchangePolicy_IsRecordedInImmutableVersions(string provider)
    {
        await using var host = await PolicyApiHost.StartAsync(provider);
        using var author = host.Client("Author");
        using var auditor = host.Client("Auditor");

        var none = await auditor.CallAsync(HttpMethod.Get, Root);
        Assert.Equal((HttpStatusCode.OK, "\"0\"", 0), (none.Status, none.ETag, (int)none["number"]!));

        var first = await author.CallAsync(HttpMethod.Put, Root, FiveMinutes, "\"0\"");
        Assert.Equal(
            (HttpStatusCode.OK, "\"1\"", 1, "Tess"),
            (first.Status, first.ETag, (int)first["version"]!["number"]!, (string)first["version"]!["recordedBy"]!)
        );
        var same = await author.CallAsync(HttpMethod.Put, Root, FiveMinutes, "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (same.Status, same.ETag));
        var second = await author.CallAsync(HttpMethod.Put, Root, """{ "elements": {} }""", "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (second.Status, second.ETag));

        var now = await auditor.CallAsync(HttpMethod.Get, Root);
        Assert.Equal((2, "{}"), ((int)now["number"]!, now["elements"]!.ToJsonString()));
        var old = await auditor.CallAsync(HttpMethod.Get, $"{Root}/versions/1");
        Assert.Equal(
            ("Default", """{"DevicePasswordEnabled":1,"MaxInactivityTimeDeviceLock":300,"AllowCamera":0}"""),
            ((string)old["name"]!, old["elements"]!.ToJsonString())
        );
        var page = await auditor.CallAsync(HttpMethod.Get, $"{Root}/versions?take=1");
        Assert.Equal((2, 2), ((int)page["items"]![0]!["number"]!, (int)page["next"]!));
        Assert.Equal(1, (int)(await auditor.CallAsync(HttpMethod.Get, $"{Root}/versions?take=1&before=2"))["items"]![0]!["number"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.CallAsync(HttpMethod.Get, $"{Root}/versions/3")).Status);

        var audit = (await auditor.CallAsync(HttpMethod.Get, "/api/v1/audit?subjectKind=setting"))["entries"]!.AsArray();
        Assert.Equal(2, audit.Count);
        Assert.Equal(
            ("exchangePolicyRecorded", "Recorded the Exchange policy Default, version 1", "exchange"),
            ((string)audit[1]!["action"]!, (string)audit[1]!["summary"]!, (string)audit[1]!["subject"]!["id"]!)
        );
        Assert.Equal(300, (int)audit[0]!["event"]!["before"]!["MaxInactivityTimeDeviceLock"]!);
        Assert.Equal("{}", audit[0]!["event"]!["after"]!.ToJsonString());
    }

    [Theory, EveryDatabase]
    public async Task ExchangePolicy_RecordedConcurrentlyReturnsConflicts(string provider)
    {
        await using var host = await PolicyApiHost.StartAsync(provider);
        using var client = host.Client("Author");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(5, 6)
                .Select(n => client.CallAsync(HttpMethod.Put, Root, $$"""{ "elements": { "DevicePasswordHistory": {{n}} } }""", "\"0\""))
        );

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer =>
                Assert.Equal(
                    (HttpStatusCode.PreconditionFailed, "ExchangePolicyConflict", 1),
                    (answer.Status, (string)answer["title"]!, (int)answer["actual"]!)
                )
        );
    }

    [Fact]
    public async Task ExchangePolicy_IsRecordedFromTextWithAReportOfIgnoredLines()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author");

        var recorded = await client.CallAsync(
            HttpMethod.Put,
            Root,
            Text("PasswordEnabled : True\nMaxInactivityTimeLock : 00:05:00\nIsDefault : True\nSparkle : True\nName : Default"),
            "\"0\""
        );

        Assert.Equal(HttpStatusCode.OK, recorded.Status);
        Assert.Equal(
            ("Default", 300),
            ((string)recorded["version"]!["name"]!, (int)recorded["version"]!["elements"]!["MaxInactivityTimeDeviceLock"]!)
        );
        Assert.Equal(
            [(3, "forExchange"), (4, "unknown")],
            recorded["notTaken"]!.AsArray().Select(line => ((int)line!["number"]!, (string)line["kind"]!))
        );

        var wrong = await client.CallAsync(HttpMethod.Put, Root, Text("PasswordEnabled : True\nMaxInactivityTimeLock : 15"), "\"1\"");
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "ExchangePolicyUnreadable", 2),
            (wrong.Status, (string)wrong["title"]!, (int)wrong["lines"]![0]!["number"]!)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.CallAsync(HttpMethod.Put, Root, Text("Hello"), "\"1\"")).Status);
        Assert.Equal("\"1\"", (await client.CallAsync(HttpMethod.Get, Root)).ETag);

        static string Text(string text) => new JsonObject { ["text"] = text }.ToJsonString();
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("""{ "elements": {}, "text": "x" }""", "$")]
    [InlineData("""{ "elements": { "MinDevicePasswordLength": 99 } }""", "$.elements.MinDevicePasswordLength")]
    [InlineData("""{ "elements": { "Sparkle": 1 } }""", "$.elements.Sparkle")]
    [InlineData("""{ "elements": {}, "sparkle": 1 }""", "$.sparkle")]
    public async Task ExchangePolicy_ReportsThePositionOfAnInvalidMember(string body, string path)
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author");

        var answer = await client.CallAsync(HttpMethod.Put, Root, body, "\"0\"");

        Assert.Equal((HttpStatusCode.BadRequest, path), (answer.Status, (string?)answer["path"]));
    }

    [Fact]
    public async Task ExchangePolicy_RequiresTheAuthorRoleAndIfMatch()
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var author = host.Client("Author");
        foreach (var role in new[] { "Owner", "Publisher", "HelpDesk", "Auditor" })
        {
            using var client = host.Client(role);
            Assert.Equal(
                (role, HttpStatusCode.Forbidden),
                (role, (await client.CallAsync(HttpMethod.Put, Root, FiveMinutes, "\"0\"")).Status)
            );
        }

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await author.CallAsync(HttpMethod.Put, Root, FiveMinutes)).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await author.CallAsync(HttpMethod.Put, Root, $$"""{ "name": "{{new string('x', 101)}}", "elements": {} }""", "\"0\"")).Status
        );
        Assert.Equal("\"0\"", (await author.CallAsync(HttpMethod.Get, Root)).ETag);
    }

    [Theory, EveryDatabase]
    public async Task ExchangeForecast_AndValidationUseTheRecordedPolicy(string provider)
    {
        await using var host = await PolicyApiHost.StartAsync(provider);
        using var client = host.Client("Author,Publisher");
        var id = (string)
            (
                await client.CallAsync(
                    HttpMethod.Post,
                    "/api/v1/policies",
                    """{ "name": "Default", "document": { "deviceLock": { "lockRequired": true, "lockAfterMinutes": "15" } } }"""
                )
            )["policyId"]!;
        var policy = $"/api/v1/policies/{id}";

        Assert.Equal(HttpStatusCode.NotFound, (await client.CallAsync(HttpMethod.Get, $"{policy}/exchange")).Status);
        Assert.Empty((await client.CallAsync(HttpMethod.Post, $"{policy}/validate"))["findings"]!.AsArray());

        await client.CallAsync(HttpMethod.Put, Root, FiveMinutes, "\"0\"");
        var forecast = await client.CallAsync(HttpMethod.Get, $"{policy}/exchange");
        var idle = forecast["rules"]!.AsArray().Single(rule => (string)rule!["element"]! == "MaxInactivityTimeDeviceLock")!;
        Assert.Equal(
            (1, 1, false, true, false),
            (
                (int)forecast["draftRevision"]!,
                (int)forecast["exchangeNumber"]!,
                (bool)forecast["compliant"]!,
                (bool)forecast["adminNeeded"]!,
                (bool)forecast["mailSyncs"]!
            )
        );
        Assert.Equal(
            ("exchange", true, "deviceLock.lockAfterMinutes", "5"),
            ((string)idle["winner"]!, (bool)idle["needsAdministrator"]!, (string)idle["changeField"]!, (string)idle["changeValue"]!)
        );

        var after = await client.CallAsync(HttpMethod.Get, $"{policy}/exchange?order=mamAfterEas&admin=true&encrypted=true");
        Assert.Equal((false, true), ((bool)after["adminNeeded"]!, (bool)after["mailSyncs"]!));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.CallAsync(HttpMethod.Get, $"{policy}/exchange?order=never")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.CallAsync(HttpMethod.Get, $"{policy}/exchange?admin=1")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.CallAsync(HttpMethod.Get, "/api/v1/policies/0197a1b2-0000-7000-8000-000000000000/exchange")).Status
        );

        var finding = Assert.Single((await client.CallAsync(HttpMethod.Post, $"{policy}/validate"))["findings"]!.AsArray())!;
        Assert.Equal(
            ("EX-01", "warn", "deviceLock.lockAfterMinutes", "5"),
            ((string)finding["code"]!, (string)finding["severity"]!, (string)finding["field"]!, (string)finding["suggestion"]!)
        );
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "ReasonMissing"),
            await client.CallAsync(HttpMethod.Post, $"{policy}/publish", """{ "draftRevision": 1 }""") is var rejected
                ? (rejected.Status, (string)rejected["title"]!)
                : default
        );
        Assert.Equal(
            HttpStatusCode.Created,
            (
                await client.CallAsync(
                    HttpMethod.Post,
                    $"{policy}/publish",
                    """{ "draftRevision": 1, "reason": "Only administrators have mail there" }"""
                )
            ).Status
        );
    }
}

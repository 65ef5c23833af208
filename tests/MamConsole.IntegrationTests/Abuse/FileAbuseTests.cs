using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MamConsole.IntegrationTests.Api;
using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>Hostile files are rejected with 413 or 400, and nothing is written (docs/reference/abuse-cases.md §3.4).</summary>
public sealed class FileAbuseTests
{
    private const string Import = "/api/v1/policies/import?commit=true&name=Evil";

    /// <summary>The content, its media type, and the expected status.</summary>
    public static TheoryData<string, string, HttpStatusCode> Files =>
        new()
        {
            { "too long", "application/json", HttpStatusCode.RequestEntityTooLarge },
            { "too long", "multipart/form-data", HttpStatusCode.RequestEntityTooLarge },
            { "too long without a length", "application/json", HttpStatusCode.RequestEntityTooLarge },
            { "zip", "application/zip", HttpStatusCode.BadRequest },
            { "zip", "application/octet-stream", HttpStatusCode.BadRequest },
            { "zip", "multipart/form-data", HttpStatusCode.BadRequest },
            { "dtd", "application/xml", HttpStatusCode.BadRequest },
            { "dtd", "multipart/form-data", HttpStatusCode.BadRequest },
            { "external entity", "text/xml", HttpStatusCode.BadRequest },
            { "deep", "application/json", HttpStatusCode.BadRequest },
            { "page", "text/html", HttpStatusCode.BadRequest },
            { "form", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest },
            { "page", "application/json", HttpStatusCode.BadRequest },
            { "form without a file", "multipart/form-data", HttpStatusCode.BadRequest },
            { "two files", "multipart/form-data", HttpStatusCode.BadRequest },
            { "empty", "application/json", HttpStatusCode.BadRequest },
            { "half a character", "application/json", HttpStatusCode.BadRequest },
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Abuse", "CN-17")]
    [MemberData(nameof(Files))]
    public async Task Import_RejectsAFileThatIsNoPolicyAndWritesNothing(string what, string type, HttpStatusCode expected)
    {
        await using var host = await PolicyApiHost.StartAsync("Sqlite");
        using var client = host.Client("Author");
        using var content = Content(what, type);

        using var answer = await client.PostAsync(Import, content, Cancel);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty((await client.CallAsync(HttpMethod.Get, "/api/v1/policies")).Body!["items"]!.AsArray());
        Assert.Empty((await client.CallAsync(HttpMethod.Get, "/api/v1/audit")).Body!["entries"]!.AsArray());
    }

    private static HttpContent Content(string what, string type)
    {
        var bytes = Bytes(what);
        if (type == "multipart/form-data")
        {
            var form = new MultipartFormDataContent();
            if (what == "form without a file")
            {
                form.Add(new StringContent("{}"), "file");
                return form;
            }

            form.Add(new ByteArrayContent(bytes), "file", "../../evil.json");
            if (what == "two files")
            {
                form.Add(new ByteArrayContent(bytes), "other", "b.json");
            }

            return form;
        }

        HttpContent content = what == "too long without a length" ? new StreamContent(new Unmeasured(bytes)) : new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private static byte[] Bytes(string what) =>
        what switch
        {
            "too long" or "too long without a length" => Encoding.UTF8.GetBytes(
                $$"""{ "mamConsolePolicy": 1, "name": "{{new string('x', SourceText.MaximumBytes)}}", "document": {} }"""
            ),
            "zip" => Zip(),
            "dtd" => Encoding.UTF8.GetBytes(
                """<!DOCTYPE a [ <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;&a;&a;"> ]><AppLockerPolicy Version="1"><RuleCollection Type="&b;"/></AppLockerPolicy>"""
            ),
            "external entity" => Encoding.UTF8.GetBytes("""<!DOCTYPE a SYSTEM "file:///etc/passwd"><AppLockerPolicy Version="1"/>"""),
            "deep" => Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat("[", 100_000))}"),
            "half a character" => Encoding.UTF8.GetBytes("""{ "enforcementLevel": "\ud800", "enterpriseDomain": "a" }"""),
            "empty" => [],
            "two files" => Encoding.UTF8.GetBytes(
                new JsonObject
                {
                    ["mamConsolePolicy"] = 1,
                    ["name"] = "x",
                    ["document"] = new JsonObject(),
                }.ToJsonString()
            ),
            _ => "<html><body>name=x</body></html>"u8.ToArray(),
        };

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("../../evil.json").Open();
            entry.Write("{}"u8);
        }

        return bytes.ToArray();
    }

    /// <summary>A stream without a known length, so that it is sent in chunks.</summary>
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}

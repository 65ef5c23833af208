using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.ProgramFiles;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The tools for app lists: available to every role, bounded, and answered with sentences.</summary>
public sealed class ProgramsApiTests
{
    [Fact]
    public async Task ProgramCheck_AcceptsALargeProgramAndRejectsAText()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await server.SignedInApiClientAsync("Auditor");

        // A valid program followed by some megabytes, as installers are: longer than any other body may be.
        byte[] program =
        [
            .. await File.ReadAllBytesAsync(typeof(ProgramFileReader).Assembly.Location, TestContext.Current.CancellationToken),
            .. new byte[6 * 1024 * 1024],
        ];
        var (status, body) = await CheckAsync(client, program);
        Assert.Equal((HttpStatusCode.OK, "none", true), (status, (string?)body["program"]!["mark"], (bool)body["program"]!["isLibrary"]!));
        Assert.Equal("?\\MAMCONSOLE\\MAMCONSOLE.POLICYENGINE.DLL\\0.1.0.0", (string?)body["identity"]);
        Assert.Contains("no signature", (string?)body["verdict"], StringComparison.Ordinal);

        (status, body) = await CheckAsync(client, "hello"u8.ToArray());
        Assert.Equal((HttpStatusCode.BadRequest, "urn:mamconsole:problem:BodyInvalid"), (status, (string?)body["type"]));
        Assert.Contains("not a program file", (string?)body["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgramCheck_RejectsCallersWithoutARoleAndTooLargeFiles()
    {
        await using var server = await TestServer.StartAsync();
        using var stranger = await server.SignedInApiClientAsync();
        using var client = await server.SignedInApiClientAsync("HelpDesk");

        Assert.Equal(HttpStatusCode.Forbidden, (await CheckAsync(stranger, "MZ"u8.ToArray())).Status);

        // The body has no declared length, so that the server counts while it reads.
        using var endless = new StreamContent(new Zeros(ProgramFileReader.MaximumBytes + 1L));
        using var answer = await client.PostAsync(
            new Uri("/api/v1/tools/wip-aware", UriKind.Relative),
            endless,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task AppTools_SearchKnownAppsAndConvertPastedApps()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await server.SignedInApiClientAsync("Author", "Publisher");

        var apps = (await client.CallAsync(HttpMethod.Get, "/api/v1/tools/apps?q=visio"))["apps"]!.AsArray();
        var visio = Assert.Single(apps)!;
        Assert.Equal(
            ("unenlightened", "wrong", "leaks", "denied"),
            (
                (string?)visio["awareness"],
                (string?)visio["whenAllowed"]!["effect"],
                (string?)visio["whenExempt"]!["effect"],
                (string?)visio["whenDenied"]!["effect"]
            )
        );

        var rows = await client.CallAsync(
            HttpMethod.Post,
            "/api/v1/tools/app-rows",
            """{ "text": "O=NORTHWIND, C=NO\\LEDGER\\LEDGER.EXE\\2.0.0.0\nhello" }"""
        );
        Assert.Equal(
            ("desktopApp", "LEDGER.EXE", "2.0.0.0"),
            ((string?)rows["rows"]![0]!["kind"], (string?)rows["rows"]![0]!["binary"], (string?)rows["rows"]![0]!["lowVersion"])
        );
        Assert.Equal("No app was found in “hello”.", (string?)rows["notes"]![0]);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> CheckAsync(HttpClient client, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await client.PostAsync(
            new Uri("/api/v1/tools/wip-aware", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        return (
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) is { Length: > 0 } text
                ? JsonNode.Parse(text)!
                : new JsonObject()
        );
    }

    /// <summary>A stream of zeros without a known length.</summary>
    private sealed class Zeros(long left) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, left);
            buffer.AsSpan(offset, read).Clear();
            left -= read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using MamConsole.IntegrationTests.Journeys;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>HTTP-level attacks on the device endpoints; mostly as raw bytes, because no HTTP client would send them.</summary>
public sealed class HttpAbuseTests(TokenAnswers answers) : IClassFixture<TokenAnswers>
{
    private const string Type = "Content-Type: application/vnd.syncml.dm+xml";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Post Post => answers.Both[0];

    private string Bearer => "Authorization: Bearer " + Post.Maker.Token();

    [Fact]
    [Trait("Abuse", "SY-01")]
    public async Task DeviceEndpoint_RejectsATooLongBodyWithoutTokenBeforeReadingIt()
    {
        foreach (var post in answers.Both)
        {
            // Only the head is sent; an answer proves that the server did not wait for the body.
            var answer = await RawHttp.SendAsync(
                post.Url,
                RawHttp.Head(post.Url, "POST", "/mam/sync", Type, "Content-Length: 2000000") + "\r\n"
            );

            Assert.Equal((401, "Bearer", "close"), (answer.Status, answer["WWW-Authenticate"], answer["Connection"]));
        }
    }

    [Fact]
    [Trait("Abuse", "SY-01")]
    public async Task DeviceEndpoint_RejectsAnInvalidTokenBeforeReadingTheBody()
    {
        foreach (var post in answers.Both)
        {
            var answer = await RawHttp.SendAsync(
                post.Url,
                RawHttp.Head(post.Url, "POST", "/mam/sync", Type, "Authorization: Bearer nonsense", "Content-Length: 2000") + "\r\n"
            );

            Assert.Equal((401, "Bearer"), (answer.Status, answer["WWW-Authenticate"]));
        }
    }

    [Theory]
    [Trait("Abuse", "SY-02"), Trait("Abuse", "SO-01")]
    [
        InlineData("GET", "/mam/sync", "POST"),
        InlineData("HEAD", "/mam/sync", "POST"),
        InlineData("PUT", "/mam/sync", "POST"),
        InlineData("DELETE", "/mam/sync/abc", "POST")
    ]
    [
        InlineData("TRACE", "/mam/sync", "POST"),
        InlineData("OPTIONS", "/mam/sync/abc", "POST"),
        InlineData("PATCH", "/mam/sync", "POST"),
        InlineData("INVENTED", "/mam/sync", "POST")
    ]
    [
        InlineData("HEAD", "/mam/enroll", "GET, POST"),
        InlineData("PUT", "/mam/enroll", "GET, POST"),
        InlineData("TRACE", "/mam/enroll", "GET, POST"),
        InlineData("OPTIONS", "/mam/enroll", "GET, POST")
    ]
    public async Task DeviceEndpoint_AnswersOtherMethodsWithTheAllowedOnes(string method, string path, string allowed)
    {
        foreach (var token in new[] { "X-Nothing: to see", Bearer })
        {
            var answer = await RawHttp.SendAsync(Post.Url, RawHttp.Head(Post.Url, method, path, token, "X-Echo: mirror-me") + "\r\n");

            Assert.Equal((405, allowed, "no-store, private"), (answer.Status, answer["Allow"], answer["Cache-Control"]));
            Assert.DoesNotContain("mirror-me", answer.Text + string.Concat(answer.Headers.SelectMany(h => h)), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Location") || answer.Headers.Contains("Transfer-Encoding"));
        }
    }

    [Theory]
    [Trait("Abuse", "SY-03"), Trait("Abuse", "SY-04")]
    [
        InlineData("text/xml", 415),
        InlineData("application/json", 415),
        InlineData(null, 415),
        InlineData("application/vnd.syncml.dm+xml; charset=utf-7", 415)
    ]
    [InlineData("application/vnd.syncml.dm+wbxml", 415)]
    [InlineData("application/vnd.syncml.dm+xml; charset=utf-8", 200), InlineData("Application/VND.SyncML.DM+XML; charset=\"UTF-8\"", 200)]
    public async Task SyncEndpoint_AcceptsOnlySyncMLInUtf8(string? type, int status)
    {
        byte[] body =
            type?.EndsWith("wbxml", StringComparison.Ordinal) == true
                ? [0x03, 0x00, 0x00, 0x6A, 0x00, 0x6D]
                : Package.One(Post.Device.Profile.DeviceId);

        var answer = await Wire.PostAsync(
            Post.Url,
            "/mam/sync",
            body,
            Post.Maker.Token(),
            r => r.Content!.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type)
        );

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    [Trait("Abuse", "SY-05")]
    public async Task SyncEndpoint_RejectsABodyThatIsNoMessage()
    {
        var right = Package.One(Post.Device.Profile.DeviceId);
        foreach (var body in new[] { [], "  \r\n \t"u8.ToArray(), new byte[4096], right[..(right.Length / 2)], right[..^1] })
        {
            Assert.Equal(400, (await Wire.PostAsync(Post.Url, "/mam/sync", body, Post.Maker.Token())).Status);
        }
    }

    [Theory]
    [Trait("Abuse", "SY-06")]
    [InlineData(false), InlineData(true)]
    public async Task SyncEndpoint_ClosesTheConnectionAfterATooLongBody(bool chunked)
    {
        using var raw = await RawHttp.ConnectAsync(Post.Url);
        await raw.SendAsync(
            RawHttp.Head(
                Post.Url,
                "POST",
                "/mam/sync",
                Type,
                Bearer,
                chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {(2 * 1024 * 1024) + 1}"
            ) + "\r\n"
        );
        var piece = new byte[64 * 1024];
        for (var sent = 0; sent < 2 * 1024 * 1024; sent += piece.Length)
        {
            await raw.SendAsync(chunked ? [.. "10000\r\n"u8, .. piece, .. "\r\n"u8] : piece);
        }

        await raw.SendAsync(chunked ? "1\r\nx\r\n0\r\n\r\n" : "x");

        var answer = await raw.ReadAsync();
        Assert.Equal((413, "close"), (answer.Status, answer["Connection"]));
        await raw.ClosedAsync();
    }

    [Fact]
    [Trait("Abuse", "SY-08")]
    public async Task SyncEndpoint_RejectsCompressedBodies()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[30 * 1024 * 1024], Cancel);
        }

        var answer = await Wire.PostAsync(
            Post.Url,
            "/mam/sync",
            packed.ToArray(),
            Post.Maker.Token(),
            r => r.Content!.Headers.ContentEncoding.Add("gzip")
        );

        Assert.Equal(415, answer.Status);
    }

    [Fact]
    [Trait("Abuse", "SY-62")]
    public async Task SyncAnswer_IsNotChunkedAndHasNoByteOrderMark()
    {
        var body = Encoding.UTF8.GetString(Package.One(Post.Device.Profile.DeviceId));
        var answer = await RawHttp.SendAsync(
            Post.Url,
            RawHttp.Head(Post.Url, "POST", "/mam/sync?mode=Maintenance&Platform=WoA", Type, Bearer, $"Content-Length: {body.Length}")
                + "\r\n"
                + body
        );

        Assert.Equal(
            (200, "application/vnd.syncml.dm+xml", "no-store, private", null),
            (answer.Status, answer["Content-Type"], answer["Cache-Control"], answer["Transfer-Encoding"])
        );
        Assert.Equal("<SyncML"u8.ToArray(), answer.Body[..7]);
        Assert.Equal(["application/vnd.syncml.dm+xml"], answer.Headers["Content-Type"]);
    }

    [Fact]
    [Trait("Abuse", "SY-63")]
    public async Task ExpectContinue_IsAnsweredBeforeTheBodyWhenTheTokenIsMissingOrInvalid()
    {
        foreach (var post in answers.Both)
        {
            using var raw = await RawHttp.ConnectAsync(post.Url);
            await raw.SendAsync(RawHttp.Head(post.Url, "POST", "/mam/sync", Type, "Content-Length: 2000", "Expect: 100-continue") + "\r\n");
            var first = await raw.ReadAsync();

            // Where the answer is SyncML, a real device without a token must be able to send its message.
            Assert.Equal(post.AnswersInHttp ? 401 : 100, first.Status);
        }

        var bad = await RawHttp.SendAsync(
            Post.Url,
            RawHttp.Head(
                Post.Url,
                "POST",
                "/mam/sync",
                Type,
                "Authorization: Bearer nonsense",
                "Content-Length: 2000",
                "Expect: 100-continue"
            ) + "\r\n"
        );
        Assert.Equal(401, bad.Status);
    }

    [Fact]
    [Trait("Abuse", "SY-63")]
    public async Task DeviceEndpoint_RejectsAHeaderOf100Kilobytes()
    {
        var answer = await RawHttp.SendAsync(
            Post.Url,
            RawHttp.Head(Post.Url, "POST", "/mam/sync", Type, "X-Long: " + new string('x', 100 * 1024), "Content-Length: 0") + "\r\n"
        );

        Assert.Equal(431, answer.Status);
    }

    /// <summary>The body is a valid message each time, so that only its framing can be the reason for the rejection.</summary>
    [Theory]
    [Trait("Abuse", "SY-64")]
    [InlineData("lone LF in a chunk extension", "Transfer-Encoding: chunked", "{0:x};x\nGET\r\n{1}\r\n0\r\n\r\n")]
    [InlineData("negative chunk", "Transfer-Encoding: chunked", "-{0:x}\r\n{1}\r\n0\r\n\r\n")]
    [InlineData("length and chunks", "Content-Length: {0}\r\nTransfer-Encoding: chunked", "{0:x}\r\n{1}\r\n0\r\n\r\n")]
    [InlineData("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 4", "{0:x}\r\n{1}\r\n0\r\n\r\n")]
    [InlineData("another coding last", "Transfer-Encoding: chunked, gzip", "{0:x}\r\n{1}\r\n0\r\n\r\n")]
    [InlineData("two lengths", "Content-Length: {0}\r\nContent-Length: 6", "{1}")]
    [InlineData("the same length twice", "Content-Length: {0}, {0}", "{1}")]
    [InlineData("negative length", "Content-Length: -{0}", "{1}")]
    public async Task DeviceEndpoint_ClosesTheConnectionAfterAmbiguousFraming(string what, string framing, string body)
    {
        var message = Encoding.UTF8.GetString(Package.One(Post.Device.Profile.DeviceId, session: "64"));
        using var raw = await RawHttp.ConnectAsync(Post.Url);
        await raw.SendAsync(RawHttp.Head(Post.Url, "POST", "/mam/sync", Type, Bearer, Fill(framing)) + "\r\n" + Fill(body));

        Assert.Equal((what, 400), (what, (await raw.ReadAsync()).Status));
        await raw.ClosedAsync();

        string Fill(string pattern) => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, message.Length, message);
    }

    [Fact]
    [Trait("Abuse", "SY-64")]
    public async Task SyncEndpoint_ReadsValidChunks()
    {
        var message = Encoding.UTF8.GetString(Package.One(Post.Device.Profile.DeviceId, session: "65"));
        var answer = await RawHttp.SendAsync(
            Post.Url,
            RawHttp.Head(Post.Url, "POST", "/mam/sync", Type, Bearer, "Transfer-Encoding: chunked")
                + $"\r\n{message.Length:x}\r\n{message}\r\n0\r\n\r\n"
        );

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    [Trait("Abuse", "SY-65")]
    public async Task DeviceEndpoint_RejectsAForeignHost()
    {
        var answer = await RawHttp.SendAsync(
            Post.Url,
            $"POST /mam/sync HTTP/1.1\r\nHost: evil.example\r\n{Type}\r\nContent-Length: 0\r\n\r\n"
        );
        Assert.Equal(400, answer.Status);

        var absolute = await RawHttp.SendAsync(
            Post.Url,
            $"POST http://evil.example/mam/sync HTTP/1.1\r\nHost: {Post.Url.Authority}\r\n{Type}\r\nContent-Length: 0\r\n\r\n"
        );
        Assert.Equal(400, absolute.Status);
    }

    [Fact]
    [Trait("Abuse", "SY-65")]
    public async Task ForwardedHeaders_OfAnUnknownProxyChangeNoAddress()
    {
        var answer = await Wire.PostAsync(
            Post.Url,
            "/mam/sync",
            Package.One(Post.Device.Profile.DeviceId, session: "77"),
            Post.Maker.Token(),
            r =>
            {
                r.Headers.Add("X-Forwarded-Host", "evil.example");
                r.Headers.Add("X-Forwarded-Proto", "gopher");
                r.Headers.Add("X-Forwarded-For", "203.0.113.9");
                r.Headers.Add("Forwarded", "host=evil.example");
            }
        );

        Assert.Equal(200, answer.Header);
        Assert.StartsWith(Post.Url.AbsoluteUri, answer.Message.Header.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Abuse", "SY-66")]
    [
        InlineData("/mam/..;/admin", 404),
        InlineData("/mam/%2e%2e%2fadmin", 404),
        InlineData("/mam/..%2fpolicies", 404),
        InlineData("/mam/nothing", 404),
        InlineData("/mam", 404)
    ]
    [
        InlineData("/mam/", 404),
        InlineData("/mam/sync.", 404),
        InlineData("/mam/sync./x", 404),
        InlineData("/mam/sync/a/b", 404),
        InlineData("/MAM/Nothing", 404),
        InlineData("/mam//sync", 404)
    ]
    [InlineData("/mam/enroll/../nothing", 404), InlineData("/mam/sync%00", 400)]
    [
        InlineData("//ADMIN", 302),
        InlineData("/mam/../policies", 302),
        InlineData("/mam/%2e%2e/policies", 302),
        InlineData("/policies.", 302),
        InlineData("/mamx", 302),
        InlineData("/%6dam%2fsync", 302)
    ]
    public async Task DeviceEndpoint_AnswersPathVariantsWithNotFoundOrTheSignIn(string target, int status)
    {
        foreach (var token in new[] { "X-Nothing: to see", Bearer })
        {
            var answer = await RawHttp.SendAsync(Post.Url, RawHttp.Head(Post.Url, "GET", target, token, "Accept: text/html") + "\r\n");

            Assert.Equal((target, status), (target, answer.Status));
            Assert.DoesNotContain("<html", answer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }
}

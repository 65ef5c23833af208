using System.Net;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Protocol.EnrollmentMessages;
using Microsoft.Extensions.Logging;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>
/// Requests whose form is wrong, over real HTTP (docs/reference/abuse-cases.md §3.2): lenient where devices differ, strict where trust is
/// at stake.
/// </summary>
public sealed class EnrollmentFormAbuseTests
{
    private const string Token =
        "<wsse:BinarySecurityToken ValueType=\"urn:ietf:params:oauth:token-type:jwt\" "
        + "EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary\">";
    private const string Security = "<wsse:Security s:mustUnderstand=\"1\">";
    private const string Items = "<ac:AdditionalContext";
    private const string Csr = "http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10";

    private static readonly Dictionary<string, Func<string, string>> Changes = new()
    {
        ["nothing"] = r => r,
        ["no Security header"] = r =>
            r.Replace(Security, "<x:Y xmlns:x=\"urn:x\">", StringComparison.Ordinal)
                .Replace("</wsse:Security>", "</x:Y>", StringComparison.Ordinal),
        ["no header"] = r => r[..r.IndexOf("<s:Header>", StringComparison.Ordinal)] + r[r.IndexOf("<s:Body>", StringComparison.Ordinal)..],
        ["empty token"] = r => WithToken(r, ""),
        ["token not base64"] = r => WithToken(r, "a.b.c"),
        ["token of 300 KB"] = r => WithToken(r, Convert.ToBase64String(new byte[300_000])),
        ["token in lines"] = r => WithToken(r, string.Join("\r\n   ", TokenOf(r).Chunk(64).Select(line => new string(line)))),
        ["another ValueType"] = r => r.Replace("oauth:token-type:jwt", "oauth:token-type:saml2", StringComparison.Ordinal),
        ["another EncodingType"] = r => r.Replace("#base64binary", "#hex", StringComparison.Ordinal),
        ["prefixed attributes"] = r =>
            r.Replace(" ValueType=", " wsse:ValueType=", StringComparison.Ordinal)
                .Replace(" EncodingType=", " wsse:EncodingType=", StringComparison.Ordinal),
        ["user name and password"] = r =>
            r.Replace(
                Security,
                Security
                    + "<wsse:UsernameToken><wsse:Username>maja</wsse:Username><wsse:Password>Winter2026!</wsse:Password></wsse:UsernameToken>",
                StringComparison.Ordinal
            ),
        ["two tokens"] = r =>
            r.Replace("</wsse:Security>", Token + TokenOf(r) + "</wsse:BinarySecurityToken></wsse:Security>", StringComparison.Ordinal),
        ["two Security headers"] = r => r.Replace("</s:Header>", Security + "</wsse:Security></s:Header>", StringComparison.Ordinal),
        ["token in the body"] = r => Move(r, Items),
        ["token inside another header"] = r =>
            r.Replace(Security, "<x:Y xmlns:x=\"urn:x\">" + Security, StringComparison.Ordinal)
                .Replace("</wsse:Security>", "</wsse:Security></x:Y>", StringComparison.Ordinal),
        ["two requests"] = r => r.Replace("</s:Body>", "<wst:RequestSecurityToken/></s:Body>", StringComparison.Ordinal),
        ["two bodies"] = r => r.Replace("</s:Body>", "</s:Body><s:Body/>", StringComparison.Ordinal),
        ["header behind the body"] = r => r.Replace("</s:Body>", "</s:Body><s:Header/>", StringComparison.Ordinal),
        ["SOAP 1.1"] = r =>
            r.Replace("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/", StringComparison.Ordinal),
        ["Discover"] = r => r.Replace("RST/wstep", "IDiscoveryService/Discover", StringComparison.Ordinal),
        ["unknown header to be understood"] = r =>
            r.Replace("</s:Header>", "<x:Y xmlns:x=\"urn:x\" s:mustUnderstand=\"1\"/></s:Header>", StringComparison.Ordinal),
        ["unknown header"] = r => r.Replace("</s:Header>", "<x:Y xmlns:x=\"urn:x\"/></s:Header>", StringComparison.Ordinal),
        ["another To and ReplyTo"] = r =>
            r.Replace("https://mam.contoso.example/mam/enroll", "http://127.0.0.1:9/", StringComparison.Ordinal)
                .Replace("http://www.w3.org/2005/08/addressing/anonymous", "http://127.0.0.1:9/", StringComparison.Ordinal),
        ["a document type"] = r =>
            "<!DOCTYPE s:Envelope [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + r.Replace("LAPTOP-7Q2F", "&e;", StringComparison.Ordinal),
        ["20,000 levels"] = r => r.Replace(Items, string.Concat(Enumerable.Repeat("<a>", 20_000)) + Items, StringComparison.Ordinal),
        ["a document type in the token"] = r =>
            WithToken(r, Convert.ToBase64String("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"u8)),
        ["a certificate request of garbage"] = r =>
            r.Replace(
                Items,
                $"<wsse:BinarySecurityToken ValueType=\"{Csr}\">!garbage!</wsse:BinarySecurityToken>{Items}",
                StringComparison.Ordinal
            ),
        ["a certificate request of 64 KB"] = r =>
            r.Replace(
                Items,
                "<wsse:BinarySecurityToken "
                    + $"ValueType=\"{Csr}\">{Convert.ToBase64String(new byte[48 * 1024])}</wsse:BinarySecurityToken>{Items}",
                StringComparison.Ordinal
            ),
        ["no DeviceID"] = r => r.Replace("\"DeviceID\"", "\"Device\"", StringComparison.Ordinal),
        ["two DeviceIDs"] = r => r.Replace("\"DeviceName\"", "\"DeviceID\"", StringComparison.Ordinal),
        ["a DeviceID of SQL"] = r => r.Replace(EnrollmentWire.DeviceId, "'; DROP TABLE enrollments; --", StringComparison.Ordinal),
        ["a DeviceID of 4 KB"] = r => r.Replace(EnrollmentWire.DeviceId, new string('A', 4096), StringComparison.Ordinal),
        ["5,000 items"] = r =>
            r.Replace(
                "</ac:AdditionalContext>",
                string.Concat(Enumerable.Repeat("<ac:ContextItem Name=\"X\"/>", 5_000)) + "</ac:AdditionalContext>",
                StringComparison.Ordinal
            ),
        ["six MACs and other items"] = r =>
            r.Replace(
                "</ac:AdditionalContext>",
                string.Concat(Enumerable.Repeat("<ac:ContextItem Name = \"MAC\" >\n<ac:Value>1</ac:Value></ac:ContextItem>", 4))
                    + "<ac:ContextItem Name=\"Unheard\"><ac:Value>of</ac:Value></ac:ContextItem></ac:AdditionalContext>",
                StringComparison.Ordinal
            ),
        ["other prefixes"] = r =>
            r.Replace("<s:", "<soap:", StringComparison.Ordinal)
                .Replace("</s:", "</soap:", StringComparison.Ordinal)
                .Replace(" s:must", " soap:must", StringComparison.Ordinal)
                .Replace("xmlns:s=", "xmlns:soap=", StringComparison.Ordinal),
        ["blanks and comments between"] = r => "\n  <!-- hello -->" + r.Replace("><", ">\r\n\t<!-- a --> <", StringComparison.Ordinal),
    };

    [Theory]
    [InlineData("SO-02", "no Security header", "a:InvalidSecurity")]
    [InlineData("SO-02", "no header", "a:InvalidSecurity")]
    [InlineData("SO-03", "empty token", "a:InvalidSecurity")]
    [InlineData("SO-03", "token not base64", "a:InvalidSecurity")]
    [InlineData("SO-03", "token of 300 KB", "a:InvalidSecurity")]
    [InlineData("SO-03", "token in lines", "granted")]
    [InlineData("SO-04", "another ValueType", "a:InvalidSecurity")]
    [InlineData("SO-04", "another EncodingType", "a:InvalidSecurity")]
    [InlineData("SO-04", "prefixed attributes", "granted")]
    [InlineData("SO-05", "user name and password", "s:Authentication")]
    [InlineData("SO-06", "two tokens", "a:InvalidSecurity")]
    [InlineData("SO-06", "two Security headers", "a:InvalidSecurity")]
    [InlineData("SO-07", "token in the body", "a:InvalidSecurity")]
    [InlineData("SO-07", "token inside another header", "a:InvalidSecurity")]
    [InlineData("SO-08", "two requests", "s:MessageFormat")]
    [InlineData("SO-08", "two bodies", "s:MessageFormat")]
    [InlineData("SO-08", "header behind the body", "s:MessageFormat")]
    [InlineData("SO-09", "SOAP 1.1", "s:VersionMismatch")]
    [InlineData("SO-10", "Discover", "s:MessageFormat")]
    [InlineData("SO-11", "unknown header to be understood", "s:MustUnderstand")]
    [InlineData("SO-11", "unknown header", "granted")]
    [InlineData("SO-13", "another To and ReplyTo", "granted")]
    [InlineData("SO-14", "a document type", "s:MessageFormat")]
    [InlineData("SO-14", "20,000 levels", "s:MessageFormat")]
    [InlineData("SO-14", "a document type in the token", "a:InvalidSecurity")]
    [InlineData("SO-15", "a certificate request of garbage", "granted")]
    [InlineData("SO-15", "a certificate request of 64 KB", "granted")]
    [InlineData("SO-16", "no DeviceID", "s:EnrollmentServer InvalidEnrollmentData")]
    [InlineData("SO-16", "two DeviceIDs", "s:EnrollmentServer InvalidEnrollmentData")]
    [InlineData("SO-16", "a DeviceID of SQL", "s:EnrollmentServer InvalidEnrollmentData")]
    [InlineData("SO-16", "a DeviceID of 4 KB", "s:EnrollmentServer InvalidEnrollmentData")]
    [InlineData("SO-16", "5,000 items", "s:EnrollmentServer InvalidEnrollmentData")]
    [InlineData("", "nothing", "granted")]
    [InlineData("", "six MACs and other items", "granted")]
    [InlineData("", "other prefixes", "granted")]
    [InlineData("", "blanks and comments between", "granted")]
    public Task EnrollmentRequest_IsEvaluatedByItsMeaningAndNotByItsSpelling(string id, string change, string verdict) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var log = new CapturedLog();
                journey.Get<ILoggerFactory>().AddProvider(log);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                var answer = await journey.EnrollAsync(Changes[change](EnrollmentWire.Request(token)));

                Assert.Equal((id, verdict), (id, answer.Verdict()));
                Assert.Equal(verdict == "granted" ? 200 : 500, answer.Status);
                Assert.Equal("application/soap+xml", answer.Response.Content.Headers.ContentType!.MediaType);
                Assert.Equal(verdict == "granted" ? 1 : 0, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"));
                Assert.DoesNotContain(token, log.All, StringComparison.Ordinal);
                Assert.DoesNotContain("Winter2026!", log.All + answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(
                    "127.0.0.1:9",
                    answer.Verdict() == "granted" ? answer.Text + answer.Document() : answer.Text,
                    StringComparison.Ordinal
                );

                // The next good request works.
                Assert.Equal("granted", (await journey.EnrollAsync(EnrollmentWire.Request(token))).Verdict());
            }
        );

    [Fact]
    [Trait("Abuse", "SO-01")]
    public Task EnrollmentEndpoint_RejectsOtherMethodsAndDiscovery() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var client = journey.Server.CreateClient();
                const string discover =
                    """<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header><a:Action s:mustUnderstand="1">http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/Discover</a:Action></s:Header><s:Body><Discover xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment"/></s:Body></s:Envelope>""";

                using var probe = await client.GetAsync("/mam/enroll", TestContext.Current.CancellationToken);
                var others = new List<HttpStatusCode>();
                foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
                {
                    using var request = new HttpRequestMessage(method, "/mam/enroll");
                    using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                    others.Add(answer.StatusCode);
                }

                Assert.Equal((HttpStatusCode.OK, 0), (probe.StatusCode, probe.Content.Headers.ContentLength));
                Assert.All(others, status => Assert.Equal(HttpStatusCode.MethodNotAllowed, status));
                Assert.Equal("s:MessageFormat", (await journey.EnrollAsync(discover)).Verdict());
            }
        );

    [Theory]
    [InlineData("SO-12", "<b>bold</b>", false)]
    [InlineData("SO-12", "a&lt;/a:RelatesTo&gt;&lt;x/&gt;&amp;", true)]
    [InlineData("SO-12", "a&#13;&#10;Set-Cookie: a=b", true)]
    public Task MessageId_IsRepeatedAsEscapedTextOrRejected(string id, string messageId, bool granted) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var request = EnrollmentWire
                    .Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()))
                    .Replace(EnrollmentWire.MessageId, messageId, StringComparison.Ordinal);

                var answer = await journey.EnrollAsync(request);

                Assert.Equal((id, granted ? "granted" : "s:MessageFormat"), (id, answer.Verdict()));
                Assert.DoesNotContain("<b>", answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("<x/>", answer.Text, StringComparison.Ordinal);
                Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
                if (EnrollmentResponseReader.Read(answer.Body) is EnrollmentAnswer.Granted read)
                {
                    Assert.Equal(WebUtility.HtmlDecode(messageId), read.RelatesTo);
                }
            }
        );

    [Fact]
    [Trait("Abuse", "SO-12")]
    public Task MessageId_Of10KilobytesIsNotRepeated() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var longId = new string('x', 10 * 1024);
                var request = EnrollmentWire
                    .Request(journey.Server.Tenant.IssueDeviceToken(journey.Person()))
                    .Replace(EnrollmentWire.MessageId, longId, StringComparison.Ordinal);

                var answer = await journey.EnrollAsync(request);

                Assert.Equal("granted", answer.Verdict());
                Assert.DoesNotContain(longId, answer.Text, StringComparison.Ordinal);
            }
        );

    private static string TokenOf(string request) => EnrollmentWire.Between(request, Token, "<");

    private static string WithToken(string request, string content) =>
        request.Replace(Token + TokenOf(request), Token + content, StringComparison.Ordinal);

    /// <summary>Moves the token from its header to the position before <paramref name="mark"/>.</summary>
    private static string Move(string request, string mark)
    {
        var token = Token + TokenOf(request) + "</wsse:BinarySecurityToken>";
        return request.Replace(token, "", StringComparison.Ordinal).Replace(mark, token + mark, StringComparison.Ordinal);
    }
}

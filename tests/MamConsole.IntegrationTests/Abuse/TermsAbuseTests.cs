using MamConsole.DemoTenant.Tokens;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using Microsoft.Extensions.Logging;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>The terms-of-use page and the validity of its answers (docs/reference/abuse-cases.md §3.4, SO-21).</summary>
public sealed class TermsAbuseTests
{
    private const string Text = "# Work files\nThey *belong* to us.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TU-01", "https://evil.example/")]
    [InlineData("TU-01", "//evil.example/")]
    [InlineData("TU-01", "ms-appx-web://user@Microsoft.AAD.BrokerPlugin/")]
    [InlineData("TU-01", "ms-appx-web://evil.example/ToUResponse")]
    [InlineData("TU-01", "ms-appx-web:Microsoft.AAD.BrokerPlugin")]
    [InlineData("TU-01", "ms-aadj-redir://elsewhere")]
    [InlineData("TU-01", "ms-appx-web://Microsoft.AAD.Bro\u212AerPlugin/")]
    [InlineData("TU-02", "JaVaScRiPt:alert(1)")]
    [InlineData("TU-02", "data:text/html,<script>alert(1)</script>")]
    [InlineData("TU-03", "ms-appx-web://Microsoft.AAD.BrokerPlugin/\r\nSet-Cookie: a=b")]
    [InlineData("TU-03", "ms-appx-web://Microsoft.AAD.BrokerPlugin/\n")]
    [InlineData("TU-04", "ms-appx-web://Microsoft.AAD.BrokerPlugin/?IsAccepted=true")]
    [InlineData("TU-04", "ms-appx-web://Microsoft.AAD.BrokerPlugin/?a=b&%4FpaqueBlob=x")]
    [InlineData("TU-04", "ms-appx-web://Microsoft.AAD.BrokerPlugin/#here")]
    [InlineData("TU-05", "")]
    [InlineData("TU-05", "ms-appx-web://Microsoft.AAD.BrokerPlugin/%zz")]
    [InlineData("TU-05", "ms-appx-web://Microsoft.AAD.BrokerPlugin/%0d%0aSet-Cookie:a")]
    public Task TermsPage_RejectsARedirectAddressThatIsNotAllowed(string id, string redirect) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);

                var answer = await journey.GetTermsAsync(
                    TermsWire.Query(redirect),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );

                Assert.Equal((id, 400, null), (id, answer.Status, answer.Location));
                Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
                Assert.DoesNotContain("evil", answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("alert", answer.Text, StringComparison.Ordinal);
            }
        );

    [Theory]
    [InlineData(
        "ms-appx-web://Microsoft.AAD.BrokerPlugin/ToUResponse",
        "ms-appx-web://Microsoft.AAD.BrokerPlugin/ToUResponse?IsAccepted=true&OpaqueBlob="
    )]
    [InlineData("ms-appx-web://ContosoHost/ToUResponse?a=b", "ms-appx-web://ContosoHost/ToUResponse?a=b&IsAccepted=true&OpaqueBlob=")]
    [InlineData("ms-aadj-redir://auth/mdm", "ms-aadj-redir://auth/mdm?IsAccepted=true&OpaqueBlob=")]
    public Task TermsPage_RedirectsToAnAllowedAddressWithOneAnswer(string redirect, string answered) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);
                var page = await journey.GetTermsAsync(TermsWire.Query(redirect), journey.Server.Tenant.IssueDeviceToken(journey.Person()));

                var accepted = await journey.PostTermsAsync(("state", page.State), ("answer", "accept"));
                var declined = await journey.PostTermsAsync(("state", page.State), ("answer", "decline"));

                Assert.Equal(302, accepted.Status);
                Assert.StartsWith(answered, accepted.Location, StringComparison.Ordinal);
                Assert.Equal(2, accepted.Location!.Split("IsAccepted=").Length);
                Assert.Equal(
                    answered.Replace("IsAccepted=true&OpaqueBlob=", "IsAccepted=false", StringComparison.Ordinal),
                    declined.Location
                );
            },
            ("TermsOfUse:RedirectHosts:0", "Microsoft.AAD.BrokerPlugin"),
            ("TermsOfUse:RedirectHosts:1", "ContosoHost")
        );

    [Fact]
    [Trait("Abuse", "TU-04")]
    [Trait("Abuse", "TU-05")]
    public Task TermsPage_RejectsAMissingRepeatedOrTooLongRedirectAddress() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var twice = await journey.GetTermsAsync(
                    TermsWire.Query(more: $"&redirect_uri={Uri.EscapeDataString(TermsWire.Redirect)}"),
                    token
                );
                var missing = await journey.GetTermsAsync(TermsWire.Query(redirect: null), token);
                var endless = await journey.GetTermsAsync(TermsWire.Query(TermsWire.Redirect + "?a=" + new string('x', 8192 - 200)), token);
                var badCode = await journey.GetTermsAsync(
                    "api-version=1.0&redirect_uri=ms-appx-web%3A%2F%2FMicrosoft.AAD.BrokerPlugin%2F%E0%A4",
                    token
                );

                Assert.All(new[] { twice, missing, endless, badCode }, a => Assert.Equal((400, null), (a.Status, a.Location)));
            }
        );

    [Theory]
    [InlineData("TU-06", "%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("TU-06", "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")]
    public Task TermsPage_DoesNotRepeatAnInvalidCorrelationId(string id, string requestId) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);

                var answer = await journey.GetTermsAsync(
                    $"redirect_uri={Uri.EscapeDataString(TermsWire.Redirect)}&client-request-id={requestId}&api-version=1.0",
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );

                Assert.Equal((id, 200), (id, answer.Status));
                Assert.DoesNotContain("alert(1)", answer.Text, StringComparison.Ordinal);
                Assert.Contains("default-src 'none'", answer.Policy, StringComparison.Ordinal);
                Assert.DoesNotContain("script-src", answer.Policy, StringComparison.Ordinal);
                Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
            }
        );

    [Theory]
    [InlineData("TU-07", "9.9")]
    [InlineData("TU-07", null)]
    public Task TermsPage_RedirectsAnotherApiVersionWithInvalidRequest(string id, string? version) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var answer = await journey.GetTermsAsync(
                    TermsWire.Query(version: version),
                    journey.Server.Tenant.IssueDeviceToken(journey.Person())
                );

                Assert.Equal(
                    (id, 302, TermsWire.Redirect + "?error=invalid_request&error_description=unsupported%20version"),
                    (id, answer.Status, answer.Location)
                );
            }
        );

    [Fact]
    [Trait("Abuse", "TU-08")]
    public Task TermsPage_RedirectsWithoutAValidTokenWithUnauthorizedClient() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);
                using var log = new CapturedLog();
                journey.Get<ILoggerFactory>().AddProvider(log);
                var forged = journey.Server.Tenant.IssueDeviceToken(
                    journey.Person(),
                    faults: new TokenFaults { Signature = TokenSignature.AnotherKey }
                );
                var stranger = journey.Server.Tenant.IssueDeviceToken(
                    journey.Person(),
                    faults: new TokenFaults { Claims = c => c["tid"] = "6f1c3c0a-31a9-4d5b-8f44-0a4f6a2d9b77" }
                );

                foreach (
                    var token in new[]
                    {
                        null,
                        "nonsense",
                        forged,
                        stranger,
                        journey.Server.Tenant.IssueApiToken(journey.Server.Tenant.WithRoles("Owner")),
                    }
                )
                {
                    var answer = await journey.GetTermsAsync(TermsWire.Query(), token);

                    Assert.Equal(
                        (302, TermsWire.Redirect + "?error=unauthorized_client&error_description=unauthorized%20user%20or%20tenant"),
                        (answer.Status, answer.Location)
                    );
                    Assert.Equal("", answer.Text);
                }

                Assert.DoesNotContain(forged, log.All, StringComparison.Ordinal);
            }
        );

    [Fact]
    [Trait("Abuse", "TU-08")]
    public Task TermsPage_RedirectsWithServerErrorWhileEntraIsDown() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);
                journey.Server.Tenant.Down = true;

                var answer = await journey.GetTermsAsync(journey.Server.Tenant.IssueDeviceToken(journey.Person()));

                Assert.Equal(
                    (302, TermsWire.Redirect + "?error=server_error&error_description=internal%20service%20error"),
                    (answer.Status, answer.Location)
                );
            }
        );

    [Fact]
    [Trait("Abuse", "TU-09")]
    public Task TermsAnswer_WithoutTheProtectedStateOfThePageIsRejected() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var state = (await journey.GetTermsAsync(token)).State;
                var blob = await journey.AcceptAsync(token);

                PageAnswer[] rejected =
                [
                    await journey.PostTermsAsync(("answer", "accept")),
                    await journey.PostTermsAsync(("state", "made up"), ("answer", "accept")),
                    await journey.PostTermsAsync(("state", blob), ("answer", "accept")),
                    await journey.PostTermsAsync(("state", state[..^4] + "AAAA"), ("answer", "accept")),
                    await journey.PostTermsAsync(("state", state), ("state", state), ("answer", "accept")),
                ];
                journey.Time.Advance(TimeSpan.FromHours(1));
                var late = await journey.PostTermsAsync(("state", state), ("answer", "accept"));

                Assert.All([.. rejected, late], a => Assert.Equal((400, null), (a.Status, a.Location)));
            }
        );

    [Fact]
    [Trait("Abuse", "TU-10")]
    public Task TermsPage_ReadingItIsNoAcceptance() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text, required: true);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());

                var answer = await journey.GetTermsAsync(TermsWire.Query(more: "&accept=true&answer=accept&IsAccepted=true"), token);

                Assert.Equal((200, null), (answer.Status, answer.Location));
                Assert.Equal("s:Authorization", (await journey.EnrollAsync(EnrollmentWire.Request(token))).Verdict());
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events"));
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "TU-11")]
    [Trait("Abuse", "SO-21")]
    public Task TermsAcceptance_IsValidForOnePersonOneDayAndOneEnrollment(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishTermsAsync(Text, required: true);
                string Token(int person = 0) => journey.Server.Tenant.IssueDeviceToken(journey.Person(person));
                async Task<string> VerdictAsync(string? blob, int person = 0, string device = EnrollmentWire.DeviceId) =>
                    (await journey.EnrollAsync(EnrollmentWire.Request(Token(person), device, ("EnrollmentData", blob)))).Verdict();
                var (mine, theirs) = (await journey.AcceptAsync(Token()), await journey.AcceptAsync(Token(1)));
                var state = (await journey.GetTermsAsync(Token())).State;

                Assert.Equal("s:Authorization", await VerdictAsync(null));
                Assert.Equal("s:Authorization", await VerdictAsync("."));
                Assert.Equal("s:Authorization", await VerdictAsync(theirs));
                Assert.Equal("s:Authorization", await VerdictAsync(state));
                Assert.Equal("s:Authorization", await VerdictAsync(mine + "AAAA"));
                Assert.Equal("s:Authorization", await VerdictAsync(mine[..20] + (mine[20] == 'A' ? 'B' : 'A') + mine[21..]));
                Assert.Equal("s:Authorization", await VerdictAsync(new string('A', 100_000)));
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"));

                Assert.Equal("granted", await VerdictAsync(mine));
                Assert.Equal("s:Authorization", await VerdictAsync(mine));
                Assert.Equal("s:Authorization", await VerdictAsync(mine, device: "ABCDEF0123456789ABCDEF0123456789"));
                journey.Time.Advance(TimeSpan.FromHours(24));
                Assert.Equal("s:Authorization", await VerdictAsync(theirs, 1));
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM enrollments"));
            }
        );

    [Theory, EveryDatabase]
    [Trait("Abuse", "TU-11")]
    public Task TermsAcceptance_UsedConcurrentlyEnrollsOneDevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishTermsAsync(Text);
                var blob = await journey.AcceptAsync(journey.Server.Tenant.IssueDeviceToken(journey.Person()));

                var answers = await Task.WhenAll(
                    Enumerable
                        .Range(1, 6)
                        .Select(i =>
                            journey.EnrollAsync(
                                EnrollmentWire.Request(
                                    journey.Server.Tenant.IssueDeviceToken(journey.Person()),
                                    $"{i:X32}",
                                    ("EnrollmentData", blob)
                                )
                            )
                        )
                );

                Assert.Single(answers, a => a.Verdict() == "granted");
                Assert.All(answers, a => Assert.Contains(a.Verdict(), new[] { "granted", "s:Authorization" }));
            }
        );

    [Fact]
    [Trait("Abuse", "SO-21")]
    [Trait("Abuse", "SO-22")]
    public Task TermsAcceptance_RemainsValidForTheSameRequestAfterALostAnswer() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text, required: true);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                var request = EnrollmentWire.Request(token, change: ("EnrollmentData", await journey.AcceptAsync(token)));

                var (first, second) = (await journey.EnrollAsync(request), await journey.EnrollAsync(request));

                Assert.Equal(first.Document(), second.Document());
            }
        );

    [Fact]
    [Trait("Abuse", "TU-12")]
    public Task TermsAnswer_ToAnOlderVersionShowsTheNewVersion() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);
                var old = (await journey.GetTermsAsync(journey.Server.Tenant.IssueDeviceToken(journey.Person()))).State;
                await journey.PublishTermsAsync("Something else.");

                var again = await journey.PostTermsAsync(("state", old), ("answer", "accept"));
                var accepted = await journey.PostTermsAsync(("state", again.State), ("answer", "accept"));

                Assert.Equal((200, null), (again.Status, again.Location));
                Assert.Contains("Something else.", again.Text, StringComparison.Ordinal);
                Assert.Contains("The text changed", again.Text, StringComparison.Ordinal);
                Assert.StartsWith(TermsWire.Redirect + "?IsAccepted=true&OpaqueBlob=", accepted.Location, StringComparison.Ordinal);
            }
        );

    [Theory]
    [InlineData("TU-12", "<script>alert(1)</script>")]
    [InlineData("TU-12", "<img src=x onerror=alert(1)>")]
    [InlineData("TU-12", "[words](javascript:alert(1))")]
    [InlineData("TU-12", "[words](JAVASCRIPT&#58;alert(1))")]
    [InlineData("TU-12", "![picture](https://evil.example/x.png)")]
    [InlineData("TU-12", "<javascript:alert(1)>")]
    [InlineData("TU-12", "[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("TU-12", "```\"><script>alert(1)</script>\n</code>\n```")]
    [InlineData("TU-12", "[words](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("TU-12", "[words](//evil.example \"onmouseover=alert(1)\")")]
    public Task TermsText_RendersNoScriptAndNoUnsafeLink(string id, string text) =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(text);

                var answer = await journey.GetTermsAsync(journey.Server.Tenant.IssueDeviceToken(journey.Person()));

                var article = EnrollmentWire.Between(answer.Text, "<article", "</article>");
                Assert.Equal((id, 200), (id, answer.Status));
                Assert.DoesNotMatch(
                    """(?i)<(?!/?(?:article|p|ul|ol|li|h[1-6]|em|strong|code|pre|blockquote|hr|br|a)\b)|<[^>]*\s(?:on\w+|href|src|style)\s*=""",
                    "<article" + article
                );
            }
        );

    [Fact]
    [Trait("Abuse", "TU-13")]
    public Task TermsPage_MayBeFramedUnlikeConsolePages() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);
                using var client = journey.Server.CreateClient();

                var page = await journey.GetTermsAsync(journey.Server.Tenant.IssueDeviceToken(journey.Person()));
                using var console = await client.GetAsync("/MicrosoftIdentity/Account/SignedOut", Cancel);

                Assert.EndsWith("frame-ancestors * ms-appx-web: ms-appx:", page.Policy, StringComparison.Ordinal);
                Assert.False(page.Response.Headers.Contains("X-Frame-Options"));
                Assert.Contains(
                    "frame-ancestors 'none'",
                    Assert.Single(console.Headers.GetValues("Content-Security-Policy")),
                    StringComparison.Ordinal
                );
                Assert.Equal("DENY", Assert.Single(console.Headers.GetValues("X-Frame-Options")));
                Assert.Equal("no-store, private", page.Response.Headers.CacheControl?.ToString());
            }
        );

    [Fact]
    [Trait("Abuse", "TU-13")]
    public Task TermsPage_LimitsFramingToTheConfiguredAncestors() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishTermsAsync(Text);

                Assert.EndsWith(
                    "frame-ancestors https://login.example",
                    (await journey.GetTermsAsync(journey.Server.Tenant.IssueDeviceToken(journey.Person()))).Policy,
                    StringComparison.Ordinal
                );
            },
            ("TermsOfUse:FrameAncestors:0", "https://login.example")
        );
}

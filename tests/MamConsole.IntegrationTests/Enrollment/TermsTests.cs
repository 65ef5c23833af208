using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MamConsole.IntegrationTests.Abuse;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Audit;
using MamConsole.Server.Devices;
using MamConsole.Server.Shell;
using MamConsole.Server.TermsOfUse;

namespace MamConsole.IntegrationTests.Enrollment;

/// <summary>Terms of use from publishing to the device page (docs/reference/protocol.md §1.2).</summary>
public sealed class TermsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task DevicePage_ShowsTheAcceptedTermsVersionAndItsTime(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var before = await journey.EnrolledAsync();
                await journey.PublishTermsAsync("First.");
                await journey.PublishTermsAsync("Second.");
                var without = await journey.EnrolledAsync(journey.Person(1));
                var device = journey.NewDevice(journey.Person(2));
                var terms = new Uri(journey.Server.Url, "/mam/terms");

                var declined = await device.AnswerTermsAsync(terms, accept: false, Cancel);
                var accepted = await device.AnswerTermsAsync(terms, cancellation: Cancel);
                var acceptedAt = journey.Time.GetUtcNow();
                journey.Time.Advance(TimeSpan.FromMinutes(2));
                var report = await device.EnrollAsync(new Uri(journey.Server.Url, "/mam/enroll"), accepted.Blob, Cancel);

                Assert.True(report.Succeeded, report.Detail);
                Assert.Equal((false, "Declined."), (declined.Accepted, declined.Detail));
                Assert.Contains("Second.", accepted.Page, StringComparison.Ordinal);
                Assert.Null((await journey.PageAsync(before)).Terms);
                Assert.Equal(new TermsSeen(2, null, null), (await journey.PageAsync(without)).Terms);
                Assert.Equal(new TermsSeen(2, 2, acceptedAt), (await journey.PageAsync(device)).Terms);
                var enrolled = (
                    await journey.Get<AuditQueries>().PageAsync(Journey.HelpDesk, new AuditFilter { Action = "deviceEnrolled" }, Cancel)
                )
                    .Value()
                    .Entries[0];
                Assert.EndsWith("; version 2 of the terms of use was accepted", enrolled.Summary, StringComparison.Ordinal);
            }
        );

    [Fact]
    public Task Terms_WithoutTextRequireNoAcceptance() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = journey.NewDevice();
                var early = await device.AnswerTermsAsync(new Uri(journey.Server.Url, "/mam/terms"), cancellation: Cancel);
                await journey.PublishTermsAsync("Now there are some.", required: true);
                var tooLate = await device.EnrollAsync(new Uri(journey.Server.Url, "/mam/enroll"), early.Blob, Cancel);
                await journey.PublishTermsAsync("");
                var withNonsense = await device.EnrollAsync(new Uri(journey.Server.Url, "/mam/enroll"), "tou-v3.KJ2mQx", Cancel);

                Assert.Equal((true, null), (early.Accepted, early.Page));
                Assert.Equal("0x80180003", tooLate.HResult);
                Assert.True(withNonsense.Succeeded, withNonsense.Detail);
                Assert.Null((await journey.PageAsync(device)).Terms);
            }
        );

    [Theory, EveryDatabase]
    public async Task PublishTerms_ConcurrentlyPublishesOneVersion(string provider)
    {
        await using var host = new PolicyTestHost(provider);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => host.Get<PublishTerms>().ExecuteAsync(TermsWire.Owner, 0, new NewTerms($"Text {i}", true), Cancel))
        );

        Assert.Single(outcomes, o => o.ProblemOrNull() is null);
        Assert.All(outcomes, o => Assert.True(o.ProblemOrNull() is null or TermsConflict { Expected: 0, Actual: 1 }));
        var entry = Assert.Single(await host.AuditAsync());
        Assert.Equal(("termsPublished", SubjectKind.Setting, "terms"), (entry.Action, entry.Subject.Kind, entry.Subject.Id));
        Assert.Equal("Published version 1 of the terms of use; acceptance is required to enroll", entry.Summary);
    }

    [Theory]
    [InlineData("", true, "An empty text cannot be accepted")]
    [InlineData("a\0b", false, "control character")]
    [InlineData("20001", false, "at most 20,000 characters")]
    [InlineData("deep", false, "too deep")]
    public async Task PublishTerms_RejectsInvalidTextWithAReason(string text, bool required, string reason)
    {
        await using var host = new PolicyTestHost("Sqlite");
        var written = text switch
        {
            "20001" => new string('x', 20_001),
            "deep" => new string('>', 5_000) + " a",
            _ => text,
        };

        var problem = (
            await host.Get<PublishTerms>().ExecuteAsync(TermsWire.Owner, 0, new NewTerms(written, required), Cancel)
        ).Problem<TermsInvalid>();

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountAsync("terms_versions"));
    }

    [Fact]
    public Task TermsApi_PublishesAndReadsVersions() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                using var owner = await journey.Server.SignedInApiClientAsync("Owner");
                using var auditor = await journey.Server.SignedInApiClientAsync("Auditor");
                async Task<HttpResponseMessage> PutAsync(HttpClient client, string? tag, object body)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/terms") { Content = JsonContent.Create(body) };
                    request.Headers.IfMatch.Clear();
                    if (tag is not null)
                    {
                        request.Headers.IfMatch.Add(new EntityTagHeaderValue(tag));
                    }

                    return await client.SendAsync(request, Cancel);
                }

                using var none = await auditor.GetAsync("/api/v1/terms", Cancel);
                using var first = await PutAsync(owner, none.Headers.ETag!.Tag, new { text = "One.", required = true });
                using var stale = await PutAsync(owner, "\"0\"", new { text = "Two.", required = true });
                using var blind = await PutAsync(owner, null, new { text = "Two.", required = true });
                using var wrong = await PutAsync(
                    owner,
                    "\"1\"",
                    new
                    {
                        text = "Two.",
                        required = true,
                        force = true,
                    }
                );
                using var forbidden = await PutAsync(auditor, "\"1\"", new { text = "Two.", required = false });
                using var second = await PutAsync(owner, "\"1\"", new { text = "Two.", required = false });
                var page = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/terms/versions?take=1", Cancel);
                var old = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/terms/versions/1", Cancel);
                using var unknown = await auditor.GetAsync("/api/v1/terms/versions/3", Cancel);

                Assert.Equal(("\"0\"", "\"1\"", "\"2\""), (none.Headers.ETag!.Tag, first.Headers.ETag?.Tag, second.Headers.ETag?.Tag));
                Assert.Equal(
                    [
                        HttpStatusCode.PreconditionFailed,
                        HttpStatusCode.PreconditionRequired,
                        HttpStatusCode.BadRequest,
                        HttpStatusCode.Forbidden,
                        HttpStatusCode.NotFound,
                    ],
                    new[] { stale, blind, wrong, forbidden, unknown }.Select(a => a.StatusCode)
                );
                Assert.Equal((2, 2), (page.GetProperty("items")[0].GetProperty("number").GetInt32(), page.GetProperty("next").GetInt32()));
                Assert.Equal(("One.", true), (old.GetProperty("text").GetString(), old.GetProperty("required").GetBoolean()));
            }
        );
}

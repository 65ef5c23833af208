using System.Globalization;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.TermsOfUse;

/// <summary>The REST API of the terms of use: maps HTTP to use cases and back (docs/reference/contract.md §3).</summary>
internal static class TermsApi
{
    public const string Root = "/api/v1/terms";

    public static void MapTermsApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Root).WithTags("Terms of use").RequireAuthorization(AccessPolicies.Api);

        api.MapGet(
                "/",
                (HttpContext http, TermsQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => queries.CurrentAsync(who, ct),
                        terms => Tagged(http, terms),
                        p => ProblemResults.From(p)
                    )
            )
            .Describe(
                "GetTerms",
                Ability.ReadPolicies,
                "Gets the terms of use in effect.",
                "`number` is 0 when no version was ever published."
            )
            .AnswersWithETag()
            .Produces<TermsVersion>();

        api.MapPut(
                "/",
                (HttpContext http, PublishTerms publish, CancellationToken ct) =>
                    ApiRequest.RunAsync<NewTerms, TermsVersion>(
                        http,
                        async (who, body) =>
                            NumberOf(http.Request) is { } number
                                ? await publish.ExecuteAsync(who, number, body, ct)
                                : new TermsIfMatchMissing(),
                        terms => Tagged(http, terms),
                        problem => ProblemResults.From(problem, problem is TermsConflict ? StatusCodes.Status412PreconditionFailed : null),
                        ct
                    )
            )
            .Describe(
                "PublishTerms",
                Ability.ManageSettings,
                "Publishes the next version of the terms of use.",
                "Publishing the text that is in effect changes nothing. Earlier versions remain, because people accepted them."
            )
            .NeedsIfMatch<TermsIfMatchMissing, TermsConflict>()
            .CanFail<TermsInvalid>()
            .AnswersWithETag()
            .ReadsJson<NewTerms>()
            .Produces<TermsVersion>();

        api.MapGet(
                "/versions",
                (HttpContext http, string? after, string? before, string? take, TermsQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who =>
                            NumberPage
                                .Read(after, before, take)
                                .Match(
                                    page => queries.ListAsync(who, page.BeforeNumber, page.Take, ct),
                                    problem => Task.FromResult<Outcome<TermsHistory>>(problem)
                                ),
                        ApiJson.Ok,
                        p => ProblemResults.From(p)
                    )
            )
            .Describe("ListTermsVersions", Ability.ReadPolicies, "Lists the versions of the terms of use, newest first.")
            .WithQuery(QueryParameter.AfterNumber(), QueryParameter.Before(), QueryParameter.Take(50, TermsQueries.MaximumTake))
            .Produces<TermsHistory>();

        api.MapGet(
                "/versions/{number:int}",
                (HttpContext http, int number, TermsQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.GetAsync(who, number, ct), ApiJson.Ok, p => ProblemResults.From(p))
            )
            .Describe("GetTermsVersion", Ability.ReadPolicies, "Gets one version of the terms of use.")
            .CanFail<NotFound>()
            .Produces<TermsVersion>();
    }

    private static int? NumberOf(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag]
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static IResult Tagged(HttpContext http, TermsVersion terms)
    {
        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{terms.Number}\""));
        return ApiJson.Ok(terms);
    }
}

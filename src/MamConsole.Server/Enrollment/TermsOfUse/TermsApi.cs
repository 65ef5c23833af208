using System.Globalization;
using MamConsole.Server.Access;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.Enrollment.TermsOfUse;

/// <summary>The REST API of the terms of use: HTTP to use cases and back, nothing else (contract.md §3).</summary>
internal static class TermsApi
{
    public const string Root = "/api/v1/terms";

    public static void MapTermsApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup(Root)
            .WithTags("Terms of use")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status403Forbidden);

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
            .Accepts<NewTerms>("application/json")
            .Produces<TermsVersion>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);

        api.MapGet(
                "/versions",
                (HttpContext http, int? before, int? take, TermsQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => queries.ListAsync(who, before, take ?? 50, ct),
                        ApiJson.Ok,
                        p => ProblemResults.From(p)
                    )
            )
            .Produces<TermsHistory>();

        api.MapGet(
                "/versions/{number:int}",
                (HttpContext http, int number, TermsQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.GetAsync(who, number, ct), ApiJson.Ok, p => ProblemResults.From(p))
            )
            .Produces<TermsVersion>()
            .ProducesProblem(StatusCodes.Status404NotFound);
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

using MamConsole.Server.Access;

namespace MamConsole.Server.Policies.Reach;

/// <summary>The REST API of who gets a policy, and of the groups that policies may name.</summary>
internal static class AudienceApi
{
    public static void MapAudience(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                $"{PolicyApi.Root}/{{policyId}}/audience",
                (
                    HttpContext http,
                    string policyId,
                    string? of,
                    string? show,
                    string? after,
                    string? take,
                    AudienceQueries queries,
                    CancellationToken ct
                ) =>
                    RunAsync(
                        http,
                        async who =>
                        {
                            long? size = null;
                            AudienceShow? part = null;
                            return
                                (
                                    QueryText.Read(of, "of", out AudienceOf? document)
                                    ?? QueryText.Read(show, "show", out part)
                                    ?? QueryText.Read(take, "take", out size)
                                )
                                    is { } wrong
                                ? wrong
                                : await queries.GetAsync(
                                    who,
                                    policyId,
                                    new AudienceRequest
                                    {
                                        Of = document,
                                        Show = part ?? AudienceShow.Getting,
                                        After = after,
                                        Take = (int)Math.Clamp(size ?? 50, 1, AudienceQueries.MaximumTake),
                                    },
                                    ct
                                );
                        }
                    )
            )
            .WithTags("Policies")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<PolicyAudiencePage>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

        endpoints
            .MapGet(
                "/api/v1/directory/groups",
                (HttpContext http, string? search, FindGroups find, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => find.ExecuteAsync(who, search ?? "", ct),
                        found => ApiJson.Ok(new GroupList(found)),
                        problem => ProblemResults.From(problem)
                    )
            )
            .WithTags("Directory")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<GroupList>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status502BadGateway);
    }

    private static Task<IResult> RunAsync<T>(HttpContext http, Func<Administrator, Task<Outcome<T>>> query) =>
        ApiRequest.RunAsync(http, query, value => ApiJson.Ok(value), problem => ProblemResults.From(problem));
}

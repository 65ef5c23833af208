using MamConsole.Server.Access;

namespace MamConsole.Server.Policies.History;

/// <summary>Comments on versions over REST: HTTP to use cases and back, nothing else.</summary>
internal static class HistoryApi
{
    /// <param name="policy">The routes below one policy.</param>
    public static void MapHistory(this RouteGroupBuilder policy)
    {
        policy
            .MapGet(
                "/versions/{number:int}/comments",
                (HttpContext http, string policyId, int number, long? after, int? take, CommentQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.ListAsync(who, policyId, number, after, take ?? 50, ct), ApiJson.Ok, Refuse)
            )
            .Produces<CommentPage>();

        policy
            .MapPost(
                "/versions/{number:int}/comments",
                (HttpContext http, string policyId, int number, CommentOnVersion comment, CancellationToken ct) =>
                    ApiRequest.RunAsync<NewComment, VersionComment>(
                        http,
                        (who, body) => comment.ExecuteAsync(who, policyId, number, body.Text, ct),
                        said =>
                            ApiJson.Created($"{PolicyApi.Root}/{policyId}/versions/{number}/comments?after={said.Key - 1}&take=1", said),
                        Refuse,
                        ct
                    )
            )
            .Accepts<NewComment>("application/json")
            .Produces<VersionComment>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static IResult Refuse(Problem problem) => ProblemResults.From(problem);
}

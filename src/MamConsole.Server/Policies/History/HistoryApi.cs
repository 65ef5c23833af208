using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies.History;

/// <summary>The REST API of comments on versions. It maps HTTP to use cases and contains no other logic.</summary>
internal static class HistoryApi
{
    public static void MapHistory(this IEndpointRouteBuilder endpoints)
    {
        var policy = PolicyApi.OnePolicy(endpoints);
        policy
            .MapGet(
                "/versions/{number:int}/comments",
                (
                    HttpContext http,
                    string policyId,
                    int number,
                    string? after,
                    string? take,
                    CommentQueries queries,
                    CancellationToken ct
                ) =>
                    ApiRequest.RunAsync(
                        http,
                        who =>
                            NumberPage
                                .Read(after, before: null, take)
                                .Match(
                                    page => queries.ListAsync(who, new VersionRef(policyId, number), page.After, page.Take, ct),
                                    problem => Task.FromResult<Outcome<CommentPage>>(problem)
                                ),
                        ApiJson.Ok,
                        Reject
                    )
            )
            .Describe("ListVersionComments", Ability.ReadPolicies, "Lists the comments on a version of a policy, oldest first.")
            .WithQuery(QueryParameter.AfterNumber(), QueryParameter.Take(50, CommentQueries.MaximumTake))
            .Produces<CommentPage>();

        policy
            .MapPost(
                "/versions/{number:int}/comments",
                (HttpContext http, string policyId, int number, CommentOnVersion comment, CancellationToken ct) =>
                    ApiRequest.RunAsync<NewComment, VersionComment>(
                        http,
                        (who, body) => comment.ExecuteAsync(who, new VersionRef(policyId, number), body.Text, ct),
                        comment =>
                            ApiJson.Created(
                                $"{PolicyApi.Root}/{policyId}/versions/{number}/comments?after={comment.Key - 1}&take=1",
                                comment
                            ),
                        Reject,
                        ct
                    )
            )
            .Describe(
                "AddVersionComment",
                Ability.CommentOnVersions,
                "Adds a comment to a version of a policy.",
                "A comment has 2,000 characters at most and cannot be changed."
            )
            .CanFail<TextInvalid>()
            .AnswersWithLocation()
            .ReadsJson<NewComment>()
            .Produces<VersionComment>(StatusCodes.Status201Created);
    }

    private static IResult Reject(Problem problem) => ProblemResults.From(problem);
}

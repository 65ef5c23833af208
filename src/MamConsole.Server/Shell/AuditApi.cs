using MamConsole.Server.Access;
using MamConsole.Server.Audit;

namespace MamConsole.Server.Shell;

/// <summary>The audit trail over REST, newest first; <c>next</c> of an answer is <c>before</c> of the next question.</summary>
internal static class AuditApi
{
    public const string Root = "/api/v1/audit";

    public static void MapAudit(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                Root,
                ([AsParameters] Query query, HttpContext http, AuditQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who =>
                            query
                                .ToFilter()
                                .Match(
                                    filter => queries.PageAsync(who, filter, ct),
                                    problem => Task.FromResult<Outcome<AuditPage>>(problem)
                                ),
                        ApiJson.Ok,
                        problem => ProblemResults.From(problem)
                    )
            )
            .WithTags("Audit")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<AuditPage>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>The query string; what is not given does not matter.</summary>
    internal sealed record Query(
        string? Actor,
        string? SubjectKind,
        string? Subject,
        string? Action,
        string? Text,
        string? Before,
        string? Take
    )
    {
        public Outcome<AuditFilter> ToFilter()
        {
            long? before = null,
                take = null;
            var problem =
                QueryText.Read(SubjectKind, "subjectKind", out SubjectKind? kind)
                ?? QueryText.Read(Before, "before", out before)
                ?? QueryText.Read(Take, "take", out take);
            return problem is not null
                ? problem
                : new AuditFilter
                {
                    ActorId = Actor,
                    SubjectKind = kind,
                    SubjectId = Subject,
                    Action = Action,
                    Text = Text,
                    Before = before,
                    Take = (int)Math.Clamp(take ?? 50, 1, 200),
                };
        }
    }
}

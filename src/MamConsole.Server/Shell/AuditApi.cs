using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Shell;

/// <summary>The REST API of the audit trail, newest first; <c>next</c> of a response is <c>after</c> of the next request.</summary>
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
            .Describe("ListAuditEvents", Ability.ReadAudit, "Lists audit events, newest first.", "Events must match all given parameters.")
            .WithQuery(
                QueryParameter.Text("actor", "The id of the actor: an object id of Entra, an enrollment's id or a job's name."),
                QueryParameter.Choice<SubjectKind>("subjectKind", null, "The kind of the subject of the event."),
                QueryParameter.Text("subject", "The id of the subject of the event."),
                QueryParameter.Text("action", "The kind of event, such as `policyPublished`."),
                QueryParameter.Text(
                    "text",
                    "Part of the event's code or texts (such as a reason), of the actor's name or of the subject's name."
                ),
                QueryParameter.AfterNumber(),
                QueryParameter.Before(),
                QueryParameter.Take(50, 200)
            )
            .WithTags("Audit")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<AuditPage>();

    /// <summary>The query string; a parameter that is absent does not filter.</summary>
    internal sealed record Query
    {
        public string? Actor { get; init; }
        public string? SubjectKind { get; init; }
        public string? Subject { get; init; }
        public string? Action { get; init; }
        public string? Text { get; init; }
        public string? After { get; init; }
        public string? Before { get; init; }
        public string? Take { get; init; }

        public Outcome<AuditFilter> ToFilter()
        {
            long? after = null,
                before = null,
                take = null;
            var problem =
                QueryText.Read(SubjectKind, "subjectKind", out SubjectKind? kind)
                ?? QueryText.Read(After, "after", out after)
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
                    Before = after ?? before,
                    Take = (int)Math.Clamp(take ?? 50, 1, 200),
                };
        }
    }
}

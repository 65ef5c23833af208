using System.Text.Json;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;

namespace MamConsole.Server.Shell;

/// <summary>The audit trail over REST, newest first; <c>next</c> of an answer is <c>before</c> of the next question.</summary>
internal static class AuditApi
{
    public const string Root = "/api/v1/audit";

    public static void MapAudit(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Root, ([AsParameters] Query query, HttpContext http, AuditQueries queries, CancellationToken ct) =>
                ApiRequest.RunAsync(
                    http,
                    who => query.ToFilter().Match(filter => queries.PageAsync(who, filter, ct), problem => Task.FromResult<Outcome<AuditPage>>(problem)),
                    ApiJson.Ok,
                    problem => ProblemResults.From(problem)))
            .WithTags("Audit").RequireAuthorization(AccessPolicies.Api).Produces<AuditPage>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>The query string; what is not given does not matter.</summary>
    internal sealed record Query(string? Actor, string? SubjectKind, string? Subject, string? Action, string? Text, long? Before, int? Take)
    {
        public Outcome<AuditFilter> ToFilter()
        {
            SubjectKind? kind = Enum.GetValues<SubjectKind>().Cast<SubjectKind?>().FirstOrDefault(k => string.Equals($"{k}", SubjectKind, StringComparison.OrdinalIgnoreCase));
            return SubjectKind is not null && kind is null
                ? new QueryInvalid("subjectKind", string.Join(", ", Enum.GetNames<SubjectKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)))
                : new AuditFilter
                {
                    ActorId = Actor,
                    SubjectKind = kind,
                    SubjectId = Subject,
                    Action = Action,
                    Text = Text,
                    Before = Before,
                    Take = Take ?? 50,
                };
        }
    }
}

/// <summary>A parameter in the address that is none of its values.</summary>
public sealed record QueryInvalid(string Parameter, string Values) : Problem($"{Parameter} is one of: {Values}.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}

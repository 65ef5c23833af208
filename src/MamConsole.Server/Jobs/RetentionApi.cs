using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Jobs;

/// <summary>Retention over REST.</summary>
internal static class RetentionApi
{
    public static void MapRetention(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/api/v1/retention",
                (HttpContext http, RetentionQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.GetAsync(who, ct), ApiJson.Ok, p => ProblemResults.From(p))
            )
            .Describe("GetRetention", Ability.ReadAudit, "Gets how long records are kept, how much space they take and how that grows.")
            .WithTags("Settings")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<RetentionReport>();
}

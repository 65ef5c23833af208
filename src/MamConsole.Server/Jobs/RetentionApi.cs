using MamConsole.Server.Access;

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
            .WithTags("Settings")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<RetentionReport>()
            .ProducesProblem(StatusCodes.Status403Forbidden);
}

using MamConsole.Server.Access;

namespace MamConsole.Server.Policies.Secrets;

/// <summary>Secrets over REST: they go in, and nothing ever gives one out.</summary>
internal static class SecretsApi
{
    public const string Root = "/api/v1/secrets";

    public static void MapSecrets(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup(Root)
            .WithTags("Secrets")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);

        api.MapPost(
                "/",
                (HttpContext http, KeepSecret keep, CancellationToken ct) =>
                    ApiRequest.RunAsync<NewSecret, KeptSecret>(
                        http,
                        (who, body) => keep.ExecuteAsync(who, body, ct),
                        kept => TypedResults.Json(kept, ApiJson.Options, statusCode: StatusCodes.Status201Created),
                        Refuse,
                        ct
                    )
            )
            .WithSummary("Keeps a secret and says how a policy names it. The value is encrypted at once; no request gives it out again.")
            .Accepts<NewSecret>("application/json")
            .Produces<KeptSecret>(StatusCodes.Status201Created);

        api.MapPost(
                "/pfx",
                (HttpContext http, KeepPfx keep, CancellationToken ct) =>
                    ApiRequest.RunAsync<NewPfx, KeptPfx>(
                        http,
                        (who, body) => keep.ExecuteAsync(who, body, ct),
                        kept => TypedResults.Json(kept, ApiJson.Options, statusCode: StatusCodes.Status201Created),
                        Refuse,
                        ct
                    )
            )
            .WithSummary(
                "Opens a .pfx file with its password, keeps both as secrets, and tells whose certificate it is. Neither is given out again."
            )
            .Accepts<NewPfx>("application/json")
            .Produces<KeptPfx>(StatusCodes.Status201Created);
    }

    private static IResult Refuse(Problem problem) => ProblemResults.From(problem);
}

using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Secrets;

/// <summary>The REST API of secrets: they can be stored, but never read.</summary>
internal static class SecretsApi
{
    public const string Root = "/api/v1/secrets";

    public static void MapSecrets(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Root).WithTags("Secrets").RequireAuthorization(AccessPolicies.Api);

        api.MapPost(
                "/",
                (HttpContext http, StoreSecret storeSecret, CancellationToken ct) =>
                    ApiRequest.RunAsync<NewSecret, StoredSecret>(
                        http,
                        (who, body) => storeSecret.ExecuteAsync(who, body, ct),
                        stored => TypedResults.Json(stored, ApiJson.Options, statusCode: StatusCodes.Status201Created),
                        Reject,
                        ct
                    )
            )
            .Describe(
                "StoreSecret",
                Ability.EditPolicies,
                "Stores a secret and returns the reference for use in a policy.",
                "The value is encrypted at once, and no operation returns it. To replace a secret, store another one and reference that."
            )
            .CanFail<SecretInvalid>()
            .ReadsJson<NewSecret>()
            .Produces<StoredSecret>(StatusCodes.Status201Created);

        api.MapPost(
                "/pfx",
                (HttpContext http, StorePfx storePfx, CancellationToken ct) =>
                    ApiRequest.RunAsync<NewPfx, StoredPfx>(
                        http,
                        (who, body) => storePfx.ExecuteAsync(who, body, ct),
                        stored => TypedResults.Json(stored, ApiJson.Options, statusCode: StatusCodes.Status201Created),
                        Reject,
                        ct
                    )
            )
            .Describe(
                "StorePfxCertificate",
                Ability.EditPolicies,
                "Stores a .pfx file and its password as secrets and describes the certificate.",
                "`content` is the file in Base64. No operation returns the file or the password."
            )
            .CanFail<PfxInvalid>()
            .ReadsJson<NewPfx>()
            .Produces<StoredPfx>(StatusCodes.Status201Created);
    }

    private static IResult Reject(Problem problem) => ProblemResults.From(problem);
}

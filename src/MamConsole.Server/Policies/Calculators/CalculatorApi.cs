using MamConsole.PolicyEngine.Handoff;
using MamConsole.Server.Access;

namespace MamConsole.Server.Policies.Calculators;

/// <summary>The two calculators, open to every role and to programs: they only compute (contract.md §3).</summary>
internal static class CalculatorApi
{
    public static void MapCalculators(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup("/api/v1")
            .WithTags("Calculators")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);

        api.MapPost(
                "/eas/evaluate",
                (HttpContext http, EvaluateEas evaluate, CancellationToken ct) =>
                    ApiRequest.RunAsync<EasQuestion, EasAnswer>(http, evaluate.ExecuteAsync, ApiJson.Ok, p => ProblemResults.From(p), ct)
            )
            .Accepts<EasQuestion>("application/json")
            .Produces<EasAnswer>();

        api.MapPost(
                "/handoff/evaluate",
                (HttpContext http, EvaluateHandoff evaluate, CancellationToken ct) =>
                    ApiRequest.RunAsync<HandoffQuestion, HandoffVerdict>(
                        http,
                        evaluate.ExecuteAsync,
                        ApiJson.Ok,
                        p => ProblemResults.From(p),
                        ct
                    )
            )
            .Accepts<HandoffQuestion>("application/json")
            .Produces<HandoffVerdict>();
    }
}

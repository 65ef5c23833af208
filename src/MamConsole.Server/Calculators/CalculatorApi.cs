using MamConsole.PolicyEngine.Handoff;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Calculators;

/// <summary>
/// The REST API of the two calculators, for every role and for applications. They only compute (docs/reference/contract.md §3).
/// </summary>
internal static class CalculatorApi
{
    public static void MapCalculators(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithTags("Calculators").RequireAuthorization(AccessPolicies.Api);

        api.MapPost(
                "/eas/evaluate",
                (HttpContext http, EvaluateEas evaluate, CancellationToken ct) =>
                    ApiRequest.RunAsync<EasQuestion, EasAnswer>(http, evaluate.ExecuteAsync, ApiJson.Ok, p => ProblemResults.From(p), ct)
            )
            .Describe(
                "EvaluateEas",
                Ability.ReadPolicies,
                "Computes what Windows enforces when a MAM policy and an Exchange ActiveSync policy both apply.",
                "Absent keys are absent settings. A value that is out of range or of the wrong type returns a problem with its path."
            )
            .ReadsJson<EasQuestion>()
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
            .Describe(
                "EvaluateMdmHandoff",
                Ability.ReadPolicies,
                "Computes what an MDM handoff does to work files.",
                "`null` means absent or unknown."
            )
            .ReadsJson<HandoffQuestion>()
            .Produces<HandoffVerdict>();
    }
}

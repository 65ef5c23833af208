using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.ProgramFiles;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace MamConsole.Server.AppInspection;

/// <summary>The REST API of the tools for app lists, for every role and for applications.</summary>
internal static class ProgramsApi
{
    public static void MapPrograms(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/tools").WithTags("Tools").RequireAuthorization(AccessPolicies.Api);

        api.MapPost(
                "/wip-aware",
                (HttpContext http, CheckProgramFile check, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who =>
                            http.Request.ContentLength > ProgramFileReader.MaximumBytes
                                ? Task.FromResult<Outcome<CheckedProgram>>(new BodyTooLarge(ProgramFileReader.MaximumBytes))
                                : check.ExecuteAsync(who, http.Request.Body, ct),
                        ApiJson.Ok,
                        problem => ProblemResults.From(problem)
                    )
            )
            .Describe(
                "CheckProgramFile",
                Ability.ReadPolicies,
                "Reads from a program file (.exe, .dll) whether it is enlightened for WIP, its version and its signer's names.",
                "The file is not run and not stored."
            )
            .WithMetadata(new FileBody("The file itself, at most 64 MiB."))
            .CanFail<BodyTooLarge>()
            .CanFail<BodyInvalid>()
            // Greater than the limit of the use case, so that the use case rejects the file with a problem.
            .WithMetadata(new RequestSizeLimitAttribute(ProgramFileReader.MaximumBytes + (1024 * 1024)))
            .Accepts<byte[]>("application/octet-stream", "*/*")
            .Produces<CheckedProgram>();

        api.MapGet(
                "/apps",
                (HttpContext http, string? q, FindApps find) =>
                    ApiRequest.RunAsync(http, who => find.ExecuteAsync(who, q), ApiJson.Ok, problem => ProblemResults.From(problem))
            )
            .Describe(
                "SearchApps",
                Ability.ReadPolicies,
                "Searches the catalog of known apps and returns the effect of each app in each list."
            )
            .WithQuery(
                QueryParameter.Text(
                    "q",
                    "Words that the name, the file or the package must contain. Without it, the whole catalog is returned."
                )
            )
            .Produces<FoundApps>();

        api.MapPost(
                "/app-rows",
                (HttpContext http, ReadPastedApps read, CancellationToken ct) =>
                    ApiRequest.RunAsync<PastedText, PastedApps>(
                        http,
                        read.ExecuteAsync,
                        ApiJson.Ok,
                        problem => ProblemResults.From(problem),
                        ct
                    )
            )
            .Describe(
                "ParseAppList",
                Ability.ReadPolicies,
                "Converts output of Windows about apps to rows of an app list.",
                "Accepts identities and the output of `Get-AppxPackage` and `Get-AppLockerFileInformation`."
            )
            .ReadsJson<PastedText>()
            .Produces<PastedApps>();
    }
}

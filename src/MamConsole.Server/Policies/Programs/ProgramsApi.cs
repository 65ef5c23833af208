using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.ProgramFiles;
using MamConsole.Server.Access;
using Microsoft.AspNetCore.Mvc;

namespace MamConsole.Server.Policies.Programs;

/// <summary>What helps to write app lists, over HTTP; open to every role and to programs.</summary>
internal static class ProgramsApi
{
    public static void MapPrograms(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup("/api/v1/tools")
            .WithTags("Tools")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);

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
            .WithSummary(
                "Looks into a program file (.exe, .dll) for the mark that Windows asks of work apps without enrollment, and reads its version."
            )
            .WithDescription(
                "The body is the file itself, application/octet-stream, 64 MiB at most. It is not run, and nothing of it is kept."
            )
            // Above what the use case reads, so that it is the one that refuses, in words.
            .WithMetadata(new RequestSizeLimitAttribute(ProgramFileReader.MaximumBytes + (1024 * 1024)))
            .Accepts<byte[]>("application/octet-stream", "*/*")
            .Produces<CheckedProgram>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        api.MapGet(
                "/apps",
                (HttpContext http, string? q, FindApps find) =>
                    ApiRequest.RunAsync(http, who => find.ExecuteAsync(who, q), ApiJson.Ok, problem => ProblemResults.From(problem))
            )
            .WithSummary("Known apps and what a row of each does in each list; q searches name, file and package.")
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
            .WithSummary("Rows for an app list out of what Windows prints: identities, Get-AppxPackage, Get-AppLockerFileInformation.")
            .Accepts<PastedText>("application/json")
            .Produces<PastedApps>();
    }
}

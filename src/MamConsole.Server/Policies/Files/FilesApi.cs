using System.Globalization;
using MamConsole.PolicyEngine.Import;
using MamConsole.Server.Access;
using Microsoft.AspNetCore.Mvc;

namespace MamConsole.Server.Policies.Files;

/// <summary>Policies as files over HTTP: bodies and addresses to the use cases and back.</summary>
internal static class FilesApi
{
    public static void MapFiles(this RouteGroupBuilder api)
    {
        api.MapPost(
                "/import",
                (HttpContext http, string? commit, string? name, string? item, string? apps, ImportPolicy import, CancellationToken ct) =>
                    RunAsync(
                        http,
                        async who =>
                            await (await ReadAsync(http.Request, commit, name, item, apps, ct)).Match(
                                request => import.ExecuteAsync(who, request, ct),
                                problem => Task.FromResult<Outcome<ImportReport>>(problem)
                            ),
                        Answer
                    )
            )
            .WithSummary(
                "Reads a policy file, a WIP policy of Intune (Graph JSON) or an AppLocker policy (XML), and says what would become of each property."
            )
            .WithDescription(
                "The body is the file itself (JSON, XML or octets) or multipart/form-data with one file; 1 MiB at most. Nothing is written without commit=true, which makes a policy with a first draft: name is its name, item chooses among several policies, apps=exempt puts the rules of an AppLocker file among the exempt apps."
            )
            // The last one keeps routing out of it: every refusal is a problem with its reason.
            .Accepts<IFormFile>("multipart/form-data", "application/json", "application/xml", "text/xml", "application/octet-stream", "*/*")
            .Produces<ImportReport>()
            .Produces<ImportReport>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        var policy = api.MapGroup("/{policyId}")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        policy
            .MapGet("/export", Download)
            .WithSummary(
                "The policy as a file: MamConsole's own, Intune's form, or a document for people. version is a number, or draft (the default)."
            )
            .Produces(StatusCodes.Status200OK, null, "application/json", "text/html");
        policy
            .MapGet(
                "/export/ledger",
                (HttpContext http, string policyId, string? version, ExportPolicy export, CancellationToken ct) =>
                    RunAsync(
                        http,
                        async who =>
                            await Version(version)
                                .Match(
                                    number => export.ExecuteAsync(who, policyId, ExportFormat.Intune, number, ct),
                                    problem => Task.FromResult<Outcome<ExportedFile>>(problem)
                                ),
                        file => ApiJson.Ok(file.Ledger)
                    )
            )
            .WithSummary("What Intune's form keeps, inverts and drops of this version.")
            .Produces<Ledger>();
    }

    /// <summary>The same downloads for people on the console's pages.</summary>
    public static void MapFileDownloads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/policies/{policyId}/export/download", Download).ExcludeFromDescription();

    private static Task<IResult> Download(
        HttpContext http,
        string policyId,
        [FromQuery] string? format,
        [FromQuery] string? version,
        ExportPolicy export,
        CancellationToken ct
    )
    {
        return RunAsync(
            http,
            async who =>
            {
                var wrong = QueryText.Read(format, "format", out ExportFormat? form);
                return wrong is not null
                    ? wrong
                    : await Version(version)
                        .Match(
                            number => export.ExecuteAsync(who, policyId, form ?? ExportFormat.File, number, ct),
                            problem => Task.FromResult<Outcome<ExportedFile>>(problem)
                        );
            },
            file =>
            {
                http.Response.Headers.CacheControl = "no-store, private";
                return TypedResults.File(file.Content, file.ContentType, file.Name);
            }
        );
    }

    private static Task<IResult> RunAsync<T>(HttpContext http, Func<Administrator, Task<Outcome<T>>> use, Func<T, IResult> answer) =>
        ApiRequest.RunAsync(http, use, answer, problem => ProblemResults.From(problem));

    private static IResult Answer(ImportReport report) =>
        report.PolicyId is { } id ? ApiJson.Created($"{PolicyApi.Root}/{id}", report) : ApiJson.Ok(report);

    private static Outcome<int?> Version(string? text) =>
        text is null or "draft" ? new Outcome<int?>.Done(null)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : new QueryInvalid("version", "a version’s number, or draft");

    private static async Task<Outcome<ImportRequest>> ReadAsync(
        HttpRequest request,
        string? commit,
        string? name,
        string? item,
        string? apps,
        CancellationToken cancellationToken
    )
    {
        long? chosen = null;
        if ((QueryText.Read(item, "item", out chosen) ?? Flag(commit, "commit") ?? Apps(apps)) is { } wrong)
        {
            return wrong;
        }

        return (await UploadedFile.ReadAsync(request, cancellationToken)).Match<Outcome<ImportRequest>>(
            file => new ImportRequest
            {
                File = file.Content,
                FileName = file.Name,
                Commit = commit is "true",
                Name = name,
                Item = chosen is { } number ? (int)Math.Min(number, int.MaxValue) : null,
                ExemptApps = apps is "exempt",
            },
            problem => problem
        );
    }

    private static QueryInvalid? Flag(string? text, string name) =>
        text is null or "true" or "false" ? null : new QueryInvalid(name, "true or false");

    private static QueryInvalid? Apps(string? text) =>
        text is null or "allowed" or "exempt" ? null : new QueryInvalid("apps", "allowed or exempt");
}

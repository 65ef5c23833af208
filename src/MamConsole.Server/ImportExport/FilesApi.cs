using System.Globalization;
using MamConsole.PolicyEngine.Import;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using Microsoft.AspNetCore.Mvc;

namespace MamConsole.Server.ImportExport;

/// <summary>The REST API of policy files. It maps HTTP to use cases and contains no other logic.</summary>
internal static class FilesApi
{
    private static readonly QueryParameter VersionParameter = QueryParameter.Version("version", "A version's number or `draft`.") with
    {
        Default = "draft",
    };

    public static void MapFiles(this IEndpointRouteBuilder endpoints)
    {
        var api = PolicyApi.Group(endpoints);
        api.MapPost(
                "/import",
                (HttpContext http, string? commit, string? name, string? item, string? apps, ImportPolicy import, CancellationToken ct) =>
                    RunAsync(
                        http,
                        async who =>
                            await (await ReadAsync(http.Request, commit, name, item, apps, ct)).Match(
                                request => import.ExecuteAsync(who, request, ct),
                                problem => Task.FromResult<Outcome<ImportResult>>(problem)
                            ),
                        Answer
                    )
            )
            .Describe(
                "ImportPolicy",
                Ability.EditPolicies,
                "Reads a policy file and reports the result for each property; creates a policy from it on request.",
                "Accepts MamConsole's own policy file, a WIP policy of Intune (Graph JSON) or an AppLocker policy (XML). Nothing is "
                    + "written without `commit=true`, which creates a policy with a first draft and returns 201."
            )
            .WithQuery(
                QueryParameter.Flag("commit", "Whether a policy is created."),
                QueryParameter.Text(
                    "name",
                    "The name of the new policy, 100 characters at most. Without it, the name in the file is used."
                ),
                new QueryParameter(
                    "item",
                    QueryParameterType.Integer,
                    "Which policy of a file with several, from 0. Required with `commit=true` in that case."
                )
                {
                    Minimum = 0,
                },
                new QueryParameter("apps", QueryParameterType.Text, "The list that the rules of an AppLocker policy go into.")
                {
                    Values = ["allowed", "exempt"],
                    Default = "allowed",
                }
            )
            .WithMetadata(new FileBody("The file itself (JSON, XML or octets), or a form with one file. The maximum size is 1 MiB."))
            .CanFail<BodyTooLarge>()
            .CanFail<ImportRejected>()
            .CanFail<ImportAmbiguous>()
            .CanFail<TextInvalid>()
            .CanFail<NameTaken>()
            .CanFail<DocumentTooLarge>()
            .CanFail<UnencryptedKey>()
            .AnswersWithLocation()
            // "*/*" accepts every content type in routing, so that the use case rejects unsupported types with a problem.
            .Accepts<IFormFile>("multipart/form-data", "application/json", "application/xml", "text/xml", "application/octet-stream", "*/*")
            .Produces<ImportResult>()
            .Produces<ImportResult>(StatusCodes.Status201Created);

        var policy = api.MapGroup("/{policyId}").CanFail<NotFound>();
        policy
            .MapGet("/export", Download)
            .Describe("ExportPolicy", Ability.ReadPolicies, "Gets a version of a policy, or its draft, as a file.")
            .WithQuery(
                QueryParameter.Choice<ExportFormat>(
                    "format",
                    ExportFormat.File,
                    "`file` is MamConsole's own policy file, `intune` the format of Intune (Graph JSON), `html` a readable document."
                ),
                VersionParameter
            )
            .Produces<byte[]>(StatusCodes.Status200OK, "application/json", "text/html");
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
                        file => ApiJson.Ok(file.Report)
                    )
            )
            .Describe(
                "GetExportReport",
                Ability.ReadPolicies,
                "Reports which settings of a version the format of Intune keeps, inverts and drops."
            )
            .WithQuery(VersionParameter)
            .Produces<ImportReport>();
    }

    /// <summary>The same downloads for the pages of the console, with their sign-in.</summary>
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

    private static IResult Answer(ImportResult result) =>
        result.PolicyId is { } id ? ApiJson.Created($"{PolicyApi.Root}/{id}", result) : ApiJson.Ok(result);

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

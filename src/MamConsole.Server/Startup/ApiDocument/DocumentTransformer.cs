using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Shell;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>Adds what the document states about the API as a whole, and what depends on all schemas.</summary>
internal sealed class DocumentTransformer(ApiSecurity security) : IOpenApiDocumentTransformer
{
    /// <summary>The member of <c>info</c> with the server's version; <c>version</c> is that of the API.</summary>
    public const string ServerVersion = "x-server-version";

    private const string Introduction = """
        The REST API of MamConsole makes the functions of the console available to scripts.

        **Access.** Each operation needs an access token of Microsoft Entra for the console's application. A token for a person carries the scope `access_as_user` and at least one app role (`Owner`, `Author`, `Publisher`, `HelpDesk`, `Auditor`); a token of an application (client credentials) carries an app role and may only read. Each operation names its roles.

        **JSON.** Members are camelCase. Members without a value are omitted from responses. Bodies are read strictly: an unknown or repeated member, a wrong type or a missing member is a problem that names its path. A JSON body may have up to 1 MiB. Later versions may add members to responses.

        **Lists.** A list returns one page. `take` sets its size, and `next` of a response is `after` of the next request; the last page has no `next`. Entries that are added in the meantime do not move the entries on later pages.

        **Edits.** Resources that several people can edit have an `ETag`. Send it back as `If-Match`: the edit is rejected with 412 when somebody else changed the resource in the meantime, and with 428 when the header is missing.

        **Repeating.** `GET`, `PUT` and `DELETE` can be sent again without a second effect. A `POST` that accepts `Idempotency-Key` takes effect once for each key.

        **Problems.** Every failure is `application/problem+json` (RFC 9457). Programs evaluate `type`; `detail` is for people. A request that fails because the database or Entra is unavailable returns 503 with `Retry-After`.


        """;

    /// <inheritdoc />
    public async Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.AddComponent<IOpenApiSchema>(ProblemSchema.Name, ProblemSchema.Create());
        security.AddSchemes(document);
        document.Info = new OpenApiInfo
        {
            Title = "MamConsole",
            Version = "v1",
            Description = Introduction.ReplaceLineEndings("\n") + await ProblemTableAsync(context, cancellationToken),
            Extensions = new Dictionary<string, IOpenApiExtension>
            {
                [ServerVersion] = new JsonNodeExtension(JsonValue.Create(ProductVersion.Current.Number)),
            },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The server that returned this document." }];
        document.Tags = ApiTags.Create();
        SchemaRepair.Apply(document);
    }

    /// <summary>Lists every problem type of the API, so that callers can look one up.</summary>
    private static async Task<string> ProblemTableAsync(OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var table = new StringBuilder("| `type` | Status | Meaning | Members |\n| --- | --- | --- | --- |\n");
        var problems = context
            .DescriptionGroups.SelectMany(group => group.Items)
            .Select(item => item.ActionDescriptor.EndpointMetadata)
            .Where(metadata => metadata.OfType<RequiredAbility>().Any())
            .SelectMany(OperationTransformer.ProblemsOf)
            .GroupBy(problem => problem.Type);
        foreach (var problem in problems.OrderBy(problem => problem.Key.Name, StringComparer.Ordinal))
        {
            var schema = await context.GetOrCreateSchemaAsync(problem.Key, null, cancellationToken);
            var members = (schema.Properties?.Keys ?? []).Except(["message", "status", "kind"], StringComparer.Ordinal);
            var statuses = string.Join(", ", problem.Select(p => p.Status).Distinct().Order());
            var names = string.Join(", ", members.Select(member => $"`{member}`"));
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{problem.First().Uri}` | {statuses} | {DocumentText.Clean(schema.Description)} | {names} |\n"
            );
        }

        return table.ToString();
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MamConsole.DemoTenant;
using MamConsole.Server.Shell;
using MamConsole.Server.Startup.ApiDocument;
using MamConsole.Tests;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The committed API description, <c>docs/openapi.v1.json</c>.</summary>
internal sealed class ApiDocument
{
    /// <summary>The environment variable that, set to 1, makes the comparison write the file instead.</summary>
    public const string WriteVariable = "MAMCONSOLE_WRITE_OPENAPI";

    private readonly JsonObject document;
    private readonly (Regex Pattern, int Literals, JsonObject Item)[] paths;

    private ApiDocument(JsonObject document)
    {
        this.document = document;
        paths =
        [
            .. document["paths"]!
                .AsObject()
                .Select(path =>
                    (
                        new Regex($"^{Regex.Replace(path.Key, @"\{[^}]+\}", "[^/]+")}/?$", RegexOptions.CultureInvariant),
                        path.Key.Split('/').Count(part => !part.StartsWith('{')),
                        path.Value!.AsObject()
                    )
                ),
        ];
    }

    /// <summary>The path of the file.</summary>
    public static string FilePath { get; } = Path.Combine(CheckoutFiles.Root, "docs", "openapi.v1.json");

    public static bool IsWriting => Environment.GetEnvironmentVariable(WriteVariable) == "1";

    /// <summary>The committed document; null while the file is written.</summary>
    public static ApiDocument? Committed { get; } = IsWriting ? null : Parse(File.ReadAllText(FilePath));

    public static ApiDocument Parse(string text) => new(JsonNode.Parse(text)!.AsObject());

    /// <summary>A served document without the values that differ between tenants and between commits.</summary>
    public static string WithoutInstallation(string text, Tenant tenant) =>
        text.Replace(
                $"{Tenant.Instance.AbsoluteUri}{tenant.Id:D}/",
                "https://login.microsoftonline.com/your-tenant-id/",
                StringComparison.Ordinal
            )
            .Replace($"{tenant.ConsoleClientId:D}", "your-client-id", StringComparison.Ordinal)
            .Replace(VersionMember(ProductVersion.Current.Number), VersionMember("your-version"), StringComparison.Ordinal)
            .ReplaceLineEndings("\n")
            .TrimEnd() + "\n";

    /// <summary>The operation for this request; null when there is none.</summary>
    public JsonObject? Operation(HttpMethod method, string path) =>
        paths
            .Where(p => p.Pattern.IsMatch(path))
            .OrderByDescending(p => p.Literals)
            .Select(p => p.Item[method.Method.ToLowerInvariant()]?.AsObject())
            .FirstOrDefault(operation => operation is not null);

    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations() =>
        document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value!.AsObject())));

    public JsonObject Schemas => document["components"]!["schemas"]!.AsObject();

    public JsonArray Tags => document["tags"]!.AsArray();

    private static string VersionMember(string version) => $"\"{DocumentTransformer.ServerVersion}\": \"{version}\"";

    /// <summary>The contradictions to a schema of the document; empty when there are none.</summary>
    public IEnumerable<string> Contradictions(JsonNode schema, JsonNode? value) => new JsonSchemaCheck(Schemas).Check(schema, value, "$");
}

using System.Collections.Immutable;
using System.Text.Json;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>The catalog from Microsoft's DDFs, one row for each node.</summary>
internal static class ReferenceCatalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Returns all rows.</summary>
    public static ImmutableArray<CatalogueRow> Rows() =>
        [.. JsonSerializer.Deserialize<CatalogueRow[]>(File.ReadAllBytes(ReferenceDocuments.Path("csp-catalog.json")), Options)!];
}

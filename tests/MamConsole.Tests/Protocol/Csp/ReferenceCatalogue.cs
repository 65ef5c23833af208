using System.Collections.Immutable;
using System.Text.Json;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>The catalogue taken from Microsoft's DDFs, one row for each node.</summary>
internal static class ReferenceCatalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Every row; skips the test when the reference is not there.</summary>
    public static ImmutableArray<CatalogueRow> Rows() =>
        [.. JsonSerializer.Deserialize<CatalogueRow[]>(File.ReadAllBytes(ReferenceFolder.Require("reference/csp-catalog.json")), Options)!];
}

using System.Text.Json;
using MamConsole.PolicyEngine.Import;

namespace MamConsole.Tests.PolicyEngine.Import;

/// <summary>Checks whether an import report accounts for each property of its source exactly once.</summary>
internal static class ImportReportCoverage
{
    /// <summary>Returns the leaves of the JSON: values, and empty lists and objects.</summary>
    public static IEnumerable<string> LeafPaths(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when value.EnumerateObject().Any() => value
                .EnumerateObject()
                .SelectMany(member => LeafPaths(member.Value, $"{path}.{member.Name}")),
            JsonValueKind.Array when value.GetArrayLength() > 0 => value
                .EnumerateArray()
                .Index()
                .SelectMany(item => LeafPaths(item.Item, $"{path}[{item.Index}]")),
            _ => [path],
        };

    /// <summary>Returns the leaves that no entry or more than one entry covers; an entry covers everything below its path.</summary>
    public static IReadOnlyList<string> Wrong(IEnumerable<string> paths, ImportReport report)
    {
        var lines = report.Entries.Select(entry => entry.Source).ToLookup(source => source, StringComparer.Ordinal);
        return [.. paths.Where(leaf => Above(leaf).Sum(path => lines[path].Count()) != 1)];
    }

    private static IEnumerable<string> Above(string leaf)
    {
        yield return leaf;
        for (var at = leaf.Length - 1; at > 0; at--)
        {
            if (leaf[at] is '.' or '[')
            {
                yield return leaf[..at];
            }
        }
    }
}

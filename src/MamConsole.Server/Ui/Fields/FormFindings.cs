using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Server.Ui.Fields;

/// <summary>The findings about the form that is being edited; cascades to every field, which selects its own by path.</summary>
/// <param name="Findings">All findings of the form.</param>
/// <param name="ReadOnly">Whether the person has read access only.</param>
public sealed record FormFindings(ImmutableArray<Finding> Findings, bool ReadOnly)
{
    public static readonly FormFindings None = new([], false);

    /// <summary>The findings about exactly this field, most severe first.</summary>
    public ImmutableArray<Finding> At(string path) =>
        [.. Findings.Where(f => string.Equals(f.Field, path, StringComparison.Ordinal)).OrderByDescending(f => f.Severity)];

    /// <summary>
    /// The findings about each row of a list and its parts, most severe first, in one pass over all findings; rows without findings are not
    /// included.
    /// </summary>
    public IReadOnlyDictionary<int, ImmutableArray<Finding>> ByRow(string path)
    {
        var rows = new SortedDictionary<int, ImmutableArray<Finding>>();
        foreach (var finding in Findings)
        {
            if (
                finding.Field.Length > path.Length
                && finding.Field[path.Length] == '['
                && finding.Field.StartsWith(path, StringComparison.Ordinal)
                && finding.Field.IndexOf(']', path.Length) is > 0 and var end
                && int.TryParse(finding.Field.AsSpan((path.Length + 1)..end), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            )
            {
                rows[row] = rows.GetValueOrDefault(row, []).Add(finding);
            }
        }

        foreach (var (row, found) in rows.Where(row => row.Value.Length > 1).ToArray())
        {
            rows[row] = [.. found.OrderByDescending(f => f.Severity)];
        }

        return rows;
    }

    /// <summary>
    /// The findings about this row and its parts: <c>ipRanges[2]</c> and <c>ipRanges[2].first</c>, but not <c>ipRanges[20]</c>.
    /// </summary>
    public ImmutableArray<Finding> AtRow(string path, int index)
    {
        var row = $"{path}[{index}]";
        return
        [
            .. Findings
                .Where(f =>
                    string.Equals(f.Field, row, StringComparison.Ordinal) || f.Field.StartsWith(row + ".", StringComparison.Ordinal)
                )
                .OrderByDescending(f => f.Severity),
        ];
    }

    /// <summary>The id of the input for a path; panels link to it.</summary>
    public static string InputId(string path) => "f-" + path.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}

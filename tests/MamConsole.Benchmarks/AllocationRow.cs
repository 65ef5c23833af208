using System.Globalization;
using System.Text;

namespace MamConsole.Benchmarks;

/// <summary>The bytes that an operation allocates, in relation to the bytes that it processes.</summary>
/// <param name="What">The operation.</param>
/// <param name="Against">The description of what <paramref name="Size"/> counts.</param>
/// <param name="Allocated">The bytes allocated on the heap by one operation.</param>
/// <param name="Size">The bytes of its input or result.</param>
/// <param name="Limit">The largest ratio of <paramref name="Allocated"/> to <paramref name="Size"/> that passes.</param>
internal sealed record AllocationRow(string What, string Against, long Allocated, long Size, double Limit)
{
    public double Ratio => (double)Allocated / Size;

    public bool IsWithinLimit => Ratio <= Limit;

    /// <summary>Returns the rows as a Markdown table.</summary>
    public static string Table(IEnumerable<AllocationRow> rows)
    {
        var text = new StringBuilder("| measured | baseline | allocated | size | ratio | limit | |\n|---|---|---:|---:|---:|---:|---|\n");
        foreach (var row in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.What} | {row.Against} | {row.Allocated:N0} B | {row.Size:N0} B | {row.Ratio:0.0} | {row.Limit:0.0} "
            );
            text.Append(row.IsWithinLimit ? "| ok |\n" : "| over |\n");
        }

        return text.ToString();
    }
}

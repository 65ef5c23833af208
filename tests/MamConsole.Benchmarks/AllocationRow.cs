using System.Globalization;
using System.Text;

namespace MamConsole.Benchmarks;

/// <summary>What an operation allocates, against the bytes that it works on.</summary>
/// <param name="What">The operation.</param>
/// <param name="Against">What <paramref name="Size"/> counts.</param>
/// <param name="Allocated">Bytes on the heap for one operation.</param>
/// <param name="Size">Bytes of its input or result.</param>
/// <param name="Limit">The largest ratio of the two that passes.</param>
internal sealed record AllocationRow(string What, string Against, long Allocated, long Size, double Limit)
{
    public double Ratio => (double)Allocated / Size;

    public bool IsWithinLimit => Ratio <= Limit;

    /// <summary>As a table in Markdown.</summary>
    public static string Table(IEnumerable<AllocationRow> rows)
    {
        var text = new StringBuilder("| what | against | allocates | against has | ratio | limit | |\n|---|---|---:|---:|---:|---:|---|\n");
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

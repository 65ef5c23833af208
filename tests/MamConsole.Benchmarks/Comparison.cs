using System.Globalization;
using System.Text;

namespace MamConsole.Benchmarks;

/// <summary>The durations of two operations, in milliseconds per operation (medians of the rounds).</summary>
/// <param name="What">The measured operation.</param>
/// <param name="Limit">The operation that it is compared with.</param>
/// <param name="Ours">The milliseconds of the measured operation.</param>
/// <param name="Theirs">The milliseconds of the other operation.</param>
/// <param name="Ratio">The median of the ratios of the single rounds.</param>
internal sealed record Comparison(string What, string Limit, double Ours, double Theirs, double Ratio)
{
    /// <summary>
    /// Runs both operations alternately and swaps which one begins, so that background load affects both equally. A quarter of the rounds
    /// runs in addition at the start and is discarded, because it measures the JIT compiler.
    /// </summary>
    /// <param name="what">The measured operation.</param>
    /// <param name="limit">The operation that it is compared with.</param>
    /// <param name="rounds">The number of rounds that count.</param>
    /// <param name="ours">Runs one round of the measured operation and returns its time per operation.</param>
    /// <param name="theirs">Runs one round of the other operation and returns its time per operation.</param>
    public static async Task<Comparison> MeasureAsync(
        string what,
        string limit,
        int rounds,
        Func<Task<TimeSpan>> ours,
        Func<Task<TimeSpan>> theirs
    )
    {
        var pairs = new List<(double Ours, double Theirs)>(rounds);
        for (var round = -rounds / 4; round < rounds; round++)
        {
            (double Ours, double Theirs) pair = default;
            if (round % 2 == 0)
            {
                pair.Ours = (await ours()).TotalMilliseconds;
                pair.Theirs = (await theirs()).TotalMilliseconds;
            }
            else
            {
                pair.Theirs = (await theirs()).TotalMilliseconds;
                pair.Ours = (await ours()).TotalMilliseconds;
            }

            if (round >= 0)
            {
                pairs.Add(pair);
            }
        }

        return Of(what, limit, pairs);
    }

    public static Comparison Of(string what, string limit, IReadOnlyCollection<(double Ours, double Theirs)> pairs) =>
        new(
            what,
            limit,
            Median(pairs.Select(p => p.Ours)),
            Median(pairs.Select(p => p.Theirs)),
            Median(pairs.Select(p => p.Ours / p.Theirs))
        );

    /// <summary>Returns the comparisons as a Markdown table.</summary>
    public static string Table(IEnumerable<Comparison> comparisons)
    {
        var text = new StringBuilder("| measured | baseline | measured takes | baseline takes | ratio |\n|---|---|---:|---:|---:|\n");
        foreach (var row in comparisons)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.What} | {row.Limit} | {Time(row.Ours)} | {Time(row.Theirs)} | {row.Ratio:0.00} |\n"
            );
        }

        return text.ToString();
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Time(double milliseconds) =>
        milliseconds < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds * 1000:0} µs")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms");
}

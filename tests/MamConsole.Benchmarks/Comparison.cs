using System.Globalization;
using System.Text;

namespace MamConsole.Benchmarks;

/// <summary>Two sides of a question, each in milliseconds by operation (medians of the rounds).</summary>
/// <param name="What">What is measured.</param>
/// <param name="Limit">What it is measured against.</param>
/// <param name="Ours">Milliseconds of the first.</param>
/// <param name="Theirs">Milliseconds of the second.</param>
/// <param name="Ratio">The median of the rounds' own ratios.</param>
internal sealed record Comparison(string What, string Limit, double Ours, double Theirs, double Ratio)
{
    /// <summary>
    /// Runs both sides in turns and swaps who begins, so that what the machine does meanwhile meets both alike. The first quarter of the
    /// rounds more is thrown away: it measures the compiler.
    /// </summary>
    /// <param name="what">What is measured.</param>
    /// <param name="limit">What it is measured against.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="ours">One round of the first side; gives its time by operation.</param>
    /// <param name="theirs">The same for the other side.</param>
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

    /// <summary>As a table in Markdown.</summary>
    public static string Table(IEnumerable<Comparison> comparisons)
    {
        var text = new StringBuilder("| what | against | what takes | against takes | ratio |\n|---|---|---:|---:|---:|\n");
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

namespace MamConsole.Server.Jobs;

/// <summary>The expected growth of the database.</summary>
/// <param name="Total">Its current size in bytes.</param>
/// <param name="Growths">The kinds of history in it; all other content stays constant.</param>
internal sealed record RetentionForecast(long Total, IReadOnlyList<HistoryGrowth> Growths)
{
    /// <summary>The bytes that are not history: indexes, free pages, and everything that is not counted by kind.</summary>
    public long Rest => Math.Max(0, Total - Growths.Sum(g => g.Bytes));

    /// <summary>
    /// The size in bytes once the oldest expiring entries are removed, without the growth of entries that are retained without limit. Never
    /// less than the current size, because a database file does not shrink automatically.
    /// </summary>
    public long Reaches => Math.Max(Total, Rest + Growths.Sum(g => g.Rests ? Math.Max(g.Reaches, 0) : g.Bytes));

    /// <summary>The bytes that entries without a retention limit add in a year.</summary>
    public long InAYear => Growths.Where(g => !g.Rests).Sum(g => g.Reaches - g.Bytes);
}

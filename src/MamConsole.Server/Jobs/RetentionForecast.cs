namespace MamConsole.Server.Jobs;

/// <summary>How far the database will grow.</summary>
/// <param name="Total">What it takes now.</param>
/// <param name="Growths">The kinds of history in it; what else is in it stays as it is.</param>
internal sealed record RetentionForecast(long Total, IReadOnlyList<HistoryGrowth> Growths)
{
    /// <summary>What is no history: indexes, free pages, everything that is not counted by kind.</summary>
    public long Rest => Math.Max(0, Total - Growths.Sum(g => g.Bytes));

    /// <summary>
    /// What it takes once the oldest of what is pruned go, not counting what grows for ever. A file never shrinks by itself, so never below
    /// what it is now.
    /// </summary>
    public long Reaches => Math.Max(Total, Rest + Growths.Sum(g => g.Rests ? Math.Max(g.Reaches, 0) : g.Bytes));

    /// <summary>What comes on top in a year from what is kept for ever.</summary>
    public long InAYear => Growths.Where(g => !g.Rests).Sum(g => g.Reaches - g.Bytes);
}

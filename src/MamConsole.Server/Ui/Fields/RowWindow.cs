namespace MamConsole.Server.Ui.Fields;

/// <summary>
/// Which rows of a long list stand on the page. Thousands of them would be slow to draw, and nobody would find one: a window of rows does,
/// beside what somebody
/// looks for, and rows with messages are always there so that a message can lead to its row.
/// </summary>
/// <param name="Shown">Indices of the rows, in order.</param>
/// <param name="Matches">How many rows there are to page through: all, or those that match.</param>
/// <param name="First">Where among them the window begins.</param>
internal sealed record RowWindow(IReadOnlyList<int> Shown, int Matches, int First)
{
    /// <summary>Rows of one window.</summary>
    public const int Size = 50;

    /// <summary>Up to so many rows a list is shown whole.</summary>
    public const int WholeUpTo = 100;

    /// <summary>Rows with messages that stand there wherever the window is.</summary>
    private const int MaximumMessages = 50;

    public int Last => Math.Min(First + Size, Matches);

    public bool HasBefore => First > 0;

    public bool HasAfter => Last < Matches;

    /// <param name="count">All rows.</param>
    /// <param name="matches">Whether a row is looked for; null = nothing is.</param>
    /// <param name="withMessages">Rows that have messages, in order.</param>
    /// <param name="first">Where the window should begin.</param>
    /// <param name="editing">The row that is being edited: it never leaves the page under somebody's hands.</param>
    public static RowWindow Of(int count, Func<int, bool>? matches, IEnumerable<int> withMessages, int first, int? editing)
    {
        var all = matches is null ? null : Enumerable.Range(0, count).Where(matches).ToArray();
        var found = all?.Length ?? count;
        var begin = Math.Clamp(first, 0, Math.Max(0, found - Size));
        var window = Enumerable.Range(begin, Math.Max(0, Math.Min(Size, found - begin))).Select(at => all?[at] ?? at);
        var shown = new SortedSet<int>(window);
        if (matches is null)
        {
            shown.UnionWith(withMessages.Where(row => row < count).Take(MaximumMessages));
        }

        if (editing is { } row && row < count)
        {
            shown.Add(row);
        }

        return new RowWindow([.. shown], found, begin);
    }
}

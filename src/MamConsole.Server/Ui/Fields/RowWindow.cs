namespace MamConsole.Server.Ui.Fields;

/// <summary>
/// Selects the rows of a long list that are rendered. Thousands of rows would be slow to render and hard to search, so a window of rows is
/// shown, optionally limited by a search. Rows with messages are always included, so that a message can link to its row.
/// </summary>
/// <param name="Shown">Indices of the rows, in order.</param>
/// <param name="Matches">The number of rows to page through: all, or those that match.</param>
/// <param name="First">The index in these rows where the window starts.</param>
internal sealed record RowWindow(IReadOnlyList<int> Shown, int Matches, int First)
{
    /// <summary>The number of rows in a window.</summary>
    public const int Size = 50;

    /// <summary>A list with at most this many rows is shown completely.</summary>
    public const int WholeUpTo = 100;

    /// <summary>The maximum number of rows with messages that are shown outside of the window.</summary>
    private const int MaximumMessages = 50;

    public int Last => Math.Min(First + Size, Matches);

    public bool HasBefore => First > 0;

    public bool HasAfter => Last < Matches;

    /// <param name="count">The number of all rows.</param>
    /// <param name="matches">Whether a row matches the search; null = no search.</param>
    /// <param name="withMessages">The indices of rows with messages, in order.</param>
    /// <param name="first">The index where the window should start.</param>
    /// <param name="editing">The row that is being edited, which is always shown; null = none.</param>
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

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>
/// Whether silence after an offered move means that the PC probably took it (docs/reference/handoff.md §5). Windows tells a MAM server
/// nothing of a move, so this is never more
/// than a guess.
/// </summary>
public static class ProbableHandoff
{
    /// <summary>Nobody keeps a PC on all day: a shorter rhythm than Windows' own day does not make its silence mean more.</summary>
    private static readonly TimeSpan MinimumWindow = TimeSpan.FromDays(1);

    /// <param name="lastCall">When the PC, which has the link, was heard last.</param>
    /// <param name="nextCall">When its next check-in was due; null when its rhythm says nothing.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether more than two windows between calls have passed.</returns>
    public static bool IsLikely(DateTimeOffset lastCall, DateTimeOffset? nextCall, DateTimeOffset now)
    {
        var window = nextCall is { } due && due - lastCall > MinimumWindow ? due - lastCall : MinimumWindow;
        return now - lastCall > 2 * window;
    }
}

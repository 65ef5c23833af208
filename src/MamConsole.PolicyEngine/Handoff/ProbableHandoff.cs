namespace MamConsole.PolicyEngine.Handoff;

/// <summary>
/// Whether a PC that has not checked in since it was offered the MDM handoff has probably accepted it (docs/reference/handoff.md §5).
/// Windows reports nothing to a MAM server when a PC moves, so the result is never more than an assumption.
/// </summary>
public static class ProbableHandoff
{
    /// <summary>
    /// PCs are not on all day: a schedule shorter than Windows' default of one day does not make a missing check-in more significant.
    /// </summary>
    private static readonly TimeSpan MinimumWindow = TimeSpan.FromDays(1);

    /// <param name="lastCall">The last check-in of the PC, which has the link.</param>
    /// <param name="nextCall">The time at which its next check-in was due; null when its schedule is not known.</param>
    /// <param name="now">The current time.</param>
    /// <returns>True when more than two intervals between check-ins have passed.</returns>
    public static bool IsLikely(DateTimeOffset lastCall, DateTimeOffset? nextCall, DateTimeOffset now)
    {
        var window = nextCall is { } due && due - lastCall > MinimumWindow ? due - lastCall : MinimumWindow;
        return now - lastCall > 2 * window;
    }
}

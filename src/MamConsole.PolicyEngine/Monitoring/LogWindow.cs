namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>
/// From when on a PC is asked for its log of work data: where the last answer ended, so that nothing is told twice or lost.
/// </summary>
public static class LogWindow
{
    /// <summary>How far a log reaches back that has none before it.</summary>
    private static readonly TimeSpan First = TimeSpan.FromDays(7);

    /// <summary>How far back at most, after a long silence.</summary>
    private static readonly TimeSpan MaximumLength = TimeSpan.FromDays(60);

    /// <summary>Clocks differ, and what Windows logs late must not be lost.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <param name="lastUntil">Up to when the last answer reached; null = none came yet.</param>
    /// <param name="now">Up to when is asked now.</param>
    public static DateTimeOffset Since(DateTimeOffset? lastUntil, DateTimeOffset now)
    {
        var since = lastUntil is { } until ? until - Overlap : now - First;
        return since < now - MaximumLength ? now - MaximumLength : since;
    }
}

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>
/// The period for which a PC's WIP audit log is read: it begins where the last answer ended, so that no entry is repeated or lost.
/// </summary>
public static class LogWindow
{
    /// <summary>The length of the first period.</summary>
    private static readonly TimeSpan First = TimeSpan.FromDays(7);

    /// <summary>The maximum length, after a long time without contact.</summary>
    private static readonly TimeSpan MaximumLength = TimeSpan.FromDays(60);

    /// <summary>The overlap with the previous period, for clock differences and late entries.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <param name="lastUntil">The end of the last answered period; null = none yet.</param>
    /// <param name="now">The end of the new period.</param>
    public static DateTimeOffset Since(DateTimeOffset? lastUntil, DateTimeOffset now)
    {
        var since = lastUntil is { } until ? until - Overlap : now - First;
        return since < now - MaximumLength ? now - MaximumLength : since;
    }
}

namespace MamConsole.Server.Storage;

/// <summary>Times in the precision of the database.</summary>
internal static class Instant
{
    /// <summary>The current time in UTC, truncated to whole milliseconds, so that written and read values are equal.</summary>
    public static DateTimeOffset GetInstant(this TimeProvider time) => time.GetUtcNow().ToInstant();

    /// <summary>The same time in UTC, truncated to whole milliseconds.</summary>
    public static DateTimeOffset ToInstant(this DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}

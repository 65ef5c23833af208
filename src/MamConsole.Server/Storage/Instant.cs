namespace MamConsole.Server.Storage;

/// <summary>The time as the database keeps it.</summary>
internal static class Instant
{
    /// <summary>Now in UTC, cut to whole milliseconds: what is written and what is read back are then equal.</summary>
    public static DateTimeOffset GetInstant(this TimeProvider time) => time.GetUtcNow().ToInstant();

    /// <summary>The same moment in UTC, cut to whole milliseconds.</summary>
    public static DateTimeOffset ToInstant(this DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}

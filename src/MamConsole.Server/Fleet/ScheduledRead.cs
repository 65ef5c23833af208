namespace MamConsole.Server.Fleet;

/// <summary>A device for which the next scheduled read is due.</summary>
/// <param name="EnrollmentKey">The enrollment of the device.</param>
/// <param name="LastUntil">The end of the period of the last log that was returned; null when no log was returned or the read is not of a
/// log.</param>
internal sealed record ScheduledRead(long EnrollmentKey, DateTimeOffset? LastUntil);

namespace MamConsole.Server.Fleet;

/// <summary>A device that is to be asked again.</summary>
/// <param name="EnrollmentKey">Which.</param>
/// <param name="LastUntil">Up to when its last answered log reached; null = none was answered, or it is no log.</param>
internal sealed record ScheduledRead(long EnrollmentKey, DateTimeOffset? LastUntil);

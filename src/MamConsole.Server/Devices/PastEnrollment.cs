namespace MamConsole.Server.Devices;

/// <summary>An enrollment of the same person and device that ended.</summary>
public sealed record PastEnrollment(string Id, DateTimeOffset EnrolledAt, DateTimeOffset? EndedAt);

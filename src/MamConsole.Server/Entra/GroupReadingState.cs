namespace MamConsole.Server.Entra;

/// <summary>Whose groups were read when, and what kept it from going well.</summary>
/// <param name="ReadAt">When they were read last; null = never.</param>
/// <param name="TriedAt">When they were asked for last; null = never.</param>
/// <param name="Fault">What the directory said then instead; null when it went well.</param>
internal sealed record GroupReadingState(DateTimeOffset? ReadAt, DateTimeOffset? TriedAt, string? Fault);

namespace MamConsole.Server.Entra;

/// <summary>When a person's groups were read, and the reason of the last failure.</summary>
/// <param name="ReadAt">When they were last read; null = never.</param>
/// <param name="TriedAt">When the last attempt was made; null = never.</param>
/// <param name="Fault">The error of the last attempt; null when it succeeded.</param>
internal sealed record GroupReadingState(DateTimeOffset? ReadAt, DateTimeOffset? TriedAt, string? Fault);

namespace MamConsole.Simulator;

/// <summary>One request and its answer.</summary>
/// <param name="Sent">The message's bytes.</param>
/// <param name="Received">The answer's; null when none came.</param>
public sealed record Exchange(ReadOnlyMemory<byte> Sent, ReadOnlyMemory<byte>? Received);

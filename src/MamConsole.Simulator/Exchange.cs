namespace MamConsole.Simulator;

/// <summary>One request and its response.</summary>
/// <param name="Sent">The bytes of the request.</param>
/// <param name="Received">The bytes of the response; null when none was received.</param>
public sealed record Exchange(ReadOnlyMemory<byte> Sent, ReadOnlyMemory<byte>? Received);

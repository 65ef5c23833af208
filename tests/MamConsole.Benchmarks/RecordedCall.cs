namespace MamConsole.Benchmarks;

/// <summary>A request as it was sent, the bytes of its response and its duration.</summary>
internal sealed record RecordedCall(byte[] Sent, IReadOnlyList<KeyValuePair<string, string[]>> Headers, byte[] Received, TimeSpan Duration);

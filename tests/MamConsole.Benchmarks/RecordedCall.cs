namespace MamConsole.Benchmarks;

/// <summary>A request as it was sent, the answer's bytes and how long that took.</summary>
internal sealed record RecordedCall(byte[] Sent, IReadOnlyList<KeyValuePair<string, string[]>> Headers, byte[] Received, TimeSpan Duration);

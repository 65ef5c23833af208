namespace MamConsole.IntegrationTests.Telemetry;

/// <summary>A span as a collector received it.</summary>
internal sealed record ReceivedSpan(
    string Scope,
    string Name,
    string TraceId,
    string SpanId,
    string ParentId,
    IReadOnlyDictionary<string, string> Tags
);

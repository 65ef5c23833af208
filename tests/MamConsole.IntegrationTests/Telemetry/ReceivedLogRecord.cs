namespace MamConsole.IntegrationTests.Telemetry;

/// <summary>A log record as a collector received it.</summary>
internal sealed record ReceivedLogRecord(string Category, string TraceId, string Text);

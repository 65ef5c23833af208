using MamConsole.Server.Settings;

namespace MamConsole.Server.Telemetry;

/// <summary>
/// The destinations of metrics, traces and log records (section <c>Telemetry</c>). The values were validated when the server started.
/// </summary>
internal sealed record TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The standard setting of OpenTelemetry for the collector.</summary>
    public const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The collector to which traces, metrics and log records are sent over OTLP; null = the standard setting applies.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>
    /// The port that serves only <c>/metrics</c>, on all addresses; 0 = metrics are served to loopback clients on the console's port.
    /// </summary>
    public int MetricsPort { get; init; }

    public static TelemetryOptions From(IConfiguration configuration) => configuration.ReadSettings<TelemetryOptions>(Section);
}

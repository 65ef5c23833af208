using MamConsole.Server.Settings;

namespace MamConsole.Server.Telemetry;

/// <summary>
/// Where metrics, traces and log records go (section <c>Telemetry</c>). The values were checked when the server started.
/// </summary>
internal sealed record TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The setting that every OpenTelemetry program knows.</summary>
    public const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The collector that traces, metrics and log records are sent to over OTLP; null = the standard setting decides.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>
    /// A port that serves <c>/metrics</c> and nothing else, on all addresses; 0 = loopback callers of the console's port.
    /// </summary>
    public int MetricsPort { get; init; }

    public static TelemetryOptions From(IConfiguration configuration) => configuration.ReadSettings<TelemetryOptions>(Section);
}

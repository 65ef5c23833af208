using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MamConsole.Server.Telemetry;

/// <summary>
/// Registers OpenTelemetry (docs/decisions/0026-opentelemetry.md): Prometheus always, OTLP when a collector is configured. It references no
/// other module: the name of each meter and each activity source of the product begins with <c>MamConsole.</c>.
/// </summary>
internal static class TelemetryModule
{
    public const string MetricsPath = "/metrics";

    private const string OwnNames = "MamConsole.*";

    /// <summary>Requests that would fill the traces without information about devices or people; a circuit lasts for hours.</summary>
    private static readonly string[] Untraced = [MetricsPath, "/health", "/_blazor", "/_framework", "/_content"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.AddLogLines();
        var options = TelemetryOptions.From(builder.Configuration);
        builder.Services.AddSingleton(options);
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(Describe)
            .WithMetrics(metrics =>
                metrics.AddMeter(OwnNames).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter()
            );
        if (options.MetricsPort != 0)
        {
            builder.Services.AddHostedService<MetricsListener>();
        }

        if (options.OtlpEndpoint is null && string.IsNullOrWhiteSpace(builder.Configuration[TelemetryOptions.StandardEndpoint]))
        {
            return;
        }

        telemetry
            .WithTracing(tracing => AddTraces(tracing, builder.Configuration))
            .WithLogging(null, logging => logging.IncludeFormattedMessage = true);
        if (options.OtlpEndpoint is { } endpoint)
        {
            telemetry.UseOtlpExporter(ProtocolOf(builder.Configuration), endpoint);
        }
        else
        {
            telemetry.UseOtlpExporter();
        }
    }

    /// <summary>Runs before forwarded headers are applied: local requests are recognized by their connection.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        var hasOwnPort = app.Services.GetRequiredService<TelemetryOptions>().MetricsPort != 0;
        app.Map(
            MetricsPath,
            metrics =>
            {
                metrics.Use(
                    (context, next) =>
                    {
                        if (
                            !hasOwnPort
                            && HttpMethods.IsGet(context.Request.Method)
                            && !context.Request.Path.HasValue
                            && MetricsAccess.IsLocal(context)
                        )
                        {
                            return next(context);
                        }

                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                    }
                );
                metrics.UseOpenTelemetryPrometheusScrapingEndpoint(_ => true);
            }
        );
    }

    /// <summary>The standard settings (<c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>) take precedence.</summary>
    private static void Describe(ResourceBuilder resource) =>
        resource
            .AddService("MamConsole", serviceVersion: typeof(TelemetryModule).Assembly.GetName().Version?.ToString(3))
            .AddEnvironmentVariableDetector();

    private static void AddTraces(TracerProviderBuilder tracing, ConfigurationManager configuration)
    {
        tracing.AddSource(OwnNames).AddAspNetCoreInstrumentation(TraceRequests);
        if (string.IsNullOrWhiteSpace(configuration["OTEL_TRACES_SAMPLER"]))
        {
            // The default sampler follows the caller's decision, and every client can be a caller: "not sampled" would suppress the trace.
            tracing.SetSampler(new AlwaysOnSampler());
        }
    }

    private static void TraceRequests(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = context => !Array.Exists(Untraced, path => context.Request.Path.StartsWithSegments(path));
        // A query may contain a token, and the addresses of the terms of use contain names of people.
        options.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null);
    }

    private static OtlpExportProtocol ProtocolOf(ConfigurationManager configuration) =>
        "grpc".Equals(configuration["OTEL_EXPORTER_OTLP_PROTOCOL"], StringComparison.OrdinalIgnoreCase)
            ? OtlpExportProtocol.Grpc
            : OtlpExportProtocol.HttpProtobuf;
}

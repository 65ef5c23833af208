using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Metrics;

namespace MamConsole.Server.Telemetry;

/// <summary>
/// Serves <c>/metrics</c> on the port of <c>Telemetry:MetricsPort</c> to every client. It is a separate host, so that nothing of the
/// console can be reached on that port, whatever addresses the console listens on.
/// </summary>
/// <param name="options">Contains the port.</param>
/// <param name="meters">The metrics to serve.</param>
/// <param name="loggers">The log of the server.</param>
internal sealed class MetricsListener(TelemetryOptions options, MeterProvider meters, ILoggerFactory loggers)
    : IHostedService,
        IAsyncDisposable
{
    private WebApplication? app;

    /// <exception cref="IOException">The port is in use.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenAnyIP(options.MetricsPort);
        });
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        app = builder.Build();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(meters, null, TelemetryModule.MetricsPath, null, null);
        return app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Starts and stops with the surrounding server, which handles the signals of the process.</summary>
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

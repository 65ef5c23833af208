using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MamConsole.Server.DeviceRequests;
using Microsoft.Extensions.DependencyInjection;

namespace MamConsole.IntegrationTests;

/// <summary>Sums the measurements of one server's counters, starting when the instance is created.</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, long> sums = new();

    public Counted(IServiceProvider server, string meter = DeviceMetrics.MeterName)
    {
        var factory = server.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == meter && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
            {
                var kind = tags.Length > 0 ? $" {tags[0].Value}" : "";
                sums.AddOrUpdate(instrument.Name + kind, value, (_, sum) => sum + value);
            }
        );
        listener.Start();
    }

    /// <summary>The metrics of a server without a listener.</summary>
    public static DeviceMetrics Metrics() =>
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    /// <summary>The number of rejected check-ins of that kind.</summary>
    public long Rejected(string kind) => sums.GetValueOrDefault($"mamconsole.devices.refused {kind}");

    public long ReusedTokens => sums.GetValueOrDefault("mamconsole.devices.token_in_two_places");

    public void Dispose() => listener.Dispose();
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MamConsole.Server.Sync;

/// <summary>Measures the requests of management sessions.</summary>
internal sealed class SyncMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "MamConsole.Sync";

    /// <summary>In seconds: a message usually takes milliseconds, and tens of seconds when the disk is slow.</summary>
    private static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly Histogram<double> duration;

    public SyncMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        duration = meter.CreateHistogram<double>(
            "mamconsole.sync.message.duration",
            "s",
            "The time from the first byte of a device message to the last byte of its response.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets }
        );
    }

    /// <summary>Measures the time until the result is disposed.</summary>
    public Measurement Begin() => new(duration, Stopwatch.GetTimestamp());

    internal readonly struct Measurement(Histogram<double> duration, long began) : IDisposable
    {
        public void Dispose() => duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}

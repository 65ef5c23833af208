using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Jobs;

/// <summary>Recounts the fleet once a day and repairs the stored counters. A wrong counter is a bug and is logged as one.</summary>
internal sealed partial class ReconcileCounters(
    Database database,
    JobSchedule schedule,
    TimeProvider time,
    ILogger<ReconcileCounters> logger
) : Job(database, schedule, time, logger)
{
    public const string JobName = "reconcile-counters";

    public override string Name => JobName;

    protected override TimeSpan Period => TimeSpan.FromHours(24);

    protected override TimeSpan FirstDelay => TimeSpan.FromHours(24);

    protected override async Task<string> WorkAsync(JobLease lease, CancellationToken ct)
    {
        // One statement reads one snapshot; the repair adds a difference, which stays correct whatever was counted in the meantime.
        var off = await FleetRecount.DifferencesAsync(Database, ct);
        if (off.Count == 0)
        {
            return "";
        }

        Log.Corrected(logger, off.Count);
        await lease.WriteAsync(
            async tx =>
            {
                foreach (var row in off)
                {
                    await FleetRecount.AddAsync(tx, row, ct);
                }

                return true;
            },
            ct
        );
        return $"Repaired {Plural.Of(off.Count, "counter")}.";
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} counters of the fleet were wrong and have been repaired. Report this as a bug")]
        public static partial void Corrected(ILogger logger, int count);
    }
}

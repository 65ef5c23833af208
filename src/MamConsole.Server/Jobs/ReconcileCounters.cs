using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Counts the fleet again, once a day, and repairs what is kept counted. It should never find anything: that is a fault, and told as one.
/// </summary>
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
        // One statement sees one moment; what is added later is a difference, which stays right whatever was counted meanwhile.
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
        [LoggerMessage(1, LogLevel.Warning, "{Count} counters of the fleet were wrong and are repaired: report this, please")]
        public static partial void Corrected(ILogger logger, int count);
    }
}

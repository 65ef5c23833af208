using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Reads the groups of everybody with a device anew, so that somebody who changes group gets the other policy within hours. When the
/// directory does not answer, the run ends and what was read before stays in force.
/// </summary>
internal sealed class ReadGroups(
    Database database,
    GroupReading reading,
    PersonGroupStore store,
    FleetChanges changes,
    JobSchedule schedule,
    TimeProvider time,
    ILogger<ReadGroups> logger
) : Job(database, schedule, time, logger)
{
    public const string JobName = "read-groups";

    /// <summary>How old a reading may become.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(4);

    /// <summary>People in one run: about three minutes at Graph's usual pace.</summary>
    private const int MaximumInOneRun = 2_000;

    public override string Name => JobName;

    protected override TimeSpan Period => TimeSpan.FromMinutes(10);

    protected override TimeSpan FirstDelay => TimeSpan.Zero;

    protected override async Task<string> WorkAsync(JobLease lease, CancellationToken ct)
    {
        var (read, changed) = (0, 0);
        Problem? outage = null;
        foreach (var person in await store.DueAsync(Time.GetUtcNow() - GoodFor, MaximumInOneRun, ct))
        {
            var outcome = await reading.ReadAsync(person, step => lease.WriteAsync(step, ct), null, ct);
            if (outcome is Outcome<bool>.Done { Value: var differs })
            {
                read++;
                changed += differs ? 1 : 0;
            }
            else if (outcome is Outcome<bool>.Failed { Problem: DirectoryUnavailable unavailable })
            {
                // The next one would fail as well; it is asked for again in the next run.
                outage = unavailable;
                break;
            }
        }

        await lease.WriteAsync(async tx => await PersonGroupStore.RemoveAsync(tx) > 0, ct);
        if (changed > 0)
        {
            changes.Raise();
        }

        var text = read == 0 ? "" : $"Read the groups of {Plural.Of(read, "person", "people")}; {changed} changed.";
        return outage is null ? text : $"{text} {outage.Message}".Trim();
    }
}

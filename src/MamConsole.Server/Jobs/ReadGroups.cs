using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Reads the groups of every person with a device again, so that a change of groups changes the assigned policy within hours. When the
/// directory is unavailable, the run ends and the previous groups stay in use.
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

    /// <summary>The maximum age of the groups of a person.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(4);

    /// <summary>The maximum number of people of one run: about three minutes at Graph's usual response times.</summary>
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
                // The next request would fail as well; the person is read again in the next run.
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

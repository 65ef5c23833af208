using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Queues the scheduled reads of a policy's monitoring: the WIP log and the health attestation. Values that are read together with the
/// settings need no job: they are read at the next check-in. Results are removed with the sessions of the same age.
/// </summary>
internal sealed class RequestScheduledReads(
    Database database,
    ActivePolicyCache activePolicies,
    VersionStore versions,
    RetentionOptions retention,
    JobSchedule schedule,
    TimeProvider time,
    ILogger<RequestScheduledReads> logger
) : Job(database, schedule, time, logger)
{
    /// <summary>The maximum number of devices of a step.</summary>
    public const int Step = 200;

    public override string Name => "ask-by-rhythm";

    protected override TimeSpan Period => TimeSpan.FromHours(1);

    protected override TimeSpan FirstDelay => TimeSpan.FromMinutes(10);

    protected override async Task<string> WorkAsync(JobLease lease, CancellationToken ct)
    {
        var now = Time.GetInstant();
        var (logs, proofs) = (0, 0);
        foreach (var activePolicy in await activePolicies.GetAsync(ct))
        {
            var plan = (await versions.NodesAsync(activePolicy.VersionId, ct)).ReadPlan;
            logs += await RequestAsync(
                lease,
                activePolicy.VersionId,
                CommandKind.RetrieveLogs,
                plan.WorkLog,
                read => new DeviceActionCommand.RetrieveLogs(LogWindow.Since(read.LastUntil, now), now),
                now,
                ct
            );
            proofs += await RequestAsync(
                lease,
                activePolicy.VersionId,
                CommandKind.VerifyHealth,
                plan.BootHealth,
                _ => new DeviceActionCommand.VerifyHealth(),
                now,
                ct
            );
        }

        await RemoveOldAsync(lease, now.AddDays(-retention.SessionDays), ct);
        string?[] requested =
        [
            logs > 0 ? $"the WIP log of {Plural.Of(logs, "PC")}" : null,
            proofs > 0 ? $"the health attestation of {Plural.Of(proofs, "PC")}" : null,
        ];
        return logs + proofs == 0 ? "" : $"Requested {string.Join(", ", requested.Where(a => a is not null))}.";
    }

    private async Task<int> RequestAsync(
        JobLease lease,
        long versionId,
        CommandKind kind,
        TimeSpan? interval,
        Func<ScheduledRead, DeviceActionCommand> command,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (interval is not { } every)
        {
            return 0;
        }

        for (var requested = 0; ; )
        {
            var due = await ScheduledReadQueue.DueAsync(Database, versionId, kind, now - every, Step, ct);
            var more = await lease.WriteAsync(
                async tx =>
                {
                    var done = 0;
                    foreach (var read in due)
                    {
                        done += await ScheduledReadQueue.QueueAsync(tx, read.EnrollmentKey, command(read), now) ? 1 : 0;
                    }

                    return done;
                },
                ct
            );
            requested += more;

            // When nothing could be queued, the same devices would be selected again without end.
            if (due.Count < Step || more == 0)
            {
                return requested;
            }
        }
    }

    private static async Task RemoveOldAsync(JobLease lease, DateTimeOffset before, CancellationToken ct)
    {
        while (await lease.WriteAsync(tx => ScheduledReadQueue.RemoveOlderAsync(tx, before, Step), ct) == Step) { }
    }
}

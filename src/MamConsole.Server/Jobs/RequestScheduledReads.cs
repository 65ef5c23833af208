using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Asks devices for what their policy's monitoring wants now and then: the log of work data, and proof of how they started. What is read
/// with the settings needs no
/// job: it goes by the next check-in. Answers go when sessions of their age do.
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
    /// <summary>Devices of a step at most.</summary>
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
            logs > 0 ? $"{Plural.Of(logs, "PC")} for the log of work data" : null,
            proofs > 0 ? $"{Plural.Of(proofs, "PC")} for proof of boot health" : null,
        ];
        return logs + proofs == 0 ? "" : $"Asked {string.Join(", ", requested.Where(a => a is not null))}.";
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

            // Where nothing could be asked, the same ones would come again for ever.
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

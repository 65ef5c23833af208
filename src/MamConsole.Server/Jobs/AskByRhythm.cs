using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Asks devices for what their policy's monitoring wants now and then: the log of work data, and proof of how they started. What is read with the settings needs no
/// job: it goes by the next call. Answers go when conversations of their age do.
/// </summary>
internal sealed class AskByRhythm(
    Database database,
    PolicyHeads heads,
    VersionStore versions,
    RetentionOptions retention,
    JobSchedule schedule,
    TimeProvider time,
    ILogger<AskByRhythm> logger
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
        foreach (var head in await heads.GetAsync(ct))
        {
            var plan = (await versions.NodesAsync(head.VersionId, ct)).Rhythm;
            logs += await AskAsync(
                lease,
                head.VersionId,
                CommandKind.RetrieveLogs,
                plan.WorkLog,
                turn => new OneOffCommand.RetrieveLogs(LogWindow.Since(turn.LastUntil, now), now),
                now,
                ct
            );
            proofs += await AskAsync(
                lease,
                head.VersionId,
                CommandKind.VerifyHealth,
                plan.BootHealth,
                _ => new OneOffCommand.VerifyHealth(),
                now,
                ct
            );
        }

        await ForgetAsync(lease, now.AddDays(-retention.ConversationDays), ct);
        string?[] asked =
        [
            logs > 0 ? $"{Plural.Of(logs, "PC")} for the log of work data" : null,
            proofs > 0 ? $"{Plural.Of(proofs, "PC")} for proof of boot health" : null,
        ];
        return logs + proofs == 0 ? "" : $"Asked {string.Join(", ", asked.Where(a => a is not null))}.";
    }

    private async Task<int> AskAsync(
        JobLease lease,
        long versionId,
        CommandKind kind,
        TimeSpan? rhythm,
        Func<RhythmTurn, OneOffCommand> command,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (rhythm is not { } every)
        {
            return 0;
        }

        for (var asked = 0; ; )
        {
            var due = await RhythmQueue.DueAsync(Database, versionId, kind, now - every, Step, ct);
            var more = await lease.WriteAsync(
                async tx =>
                {
                    var done = 0;
                    foreach (var turn in due)
                    {
                        done += await RhythmQueue.AskAsync(tx, turn.EnrollmentKey, command(turn), now) ? 1 : 0;
                    }

                    return done;
                },
                ct
            );
            asked += more;

            // Where nothing could be asked, the same ones would come again for ever.
            if (due.Count < Step || more == 0)
            {
                return asked;
            }
        }
    }

    private static async Task ForgetAsync(JobLease lease, DateTimeOffset before, CancellationToken ct)
    {
        while (await lease.WriteAsync(tx => RhythmQueue.RemoveOlderAsync(tx, before, Step), ct) == Step) { }
    }
}

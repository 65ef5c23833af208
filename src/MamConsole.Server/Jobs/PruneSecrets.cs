using MamConsole.Server.Audit;
using MamConsole.Server.Secrets;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Once a day, deletes secrets that no draft and no version references: they were stored and replaced before a policy was published.
/// </summary>
internal sealed class PruneSecrets(
    Database database,
    JobSchedule schedule,
    AuditTrail trail,
    TimeProvider time,
    ILogger<PruneSecrets> logger
) : Job(database, schedule, time, logger)
{
    public const string JobName = "prune-secrets";

    /// <summary>Long enough for an editor that stays open over a weekend.</summary>
    public const int RetentionDays = 7;

    public override string Name => JobName;

    protected override TimeSpan Period => TimeSpan.FromHours(24);

    protected override TimeSpan FirstDelay => TimeSpan.FromHours(24);

    protected override async Task<string> WorkAsync(JobLease lease, CancellationToken ct)
    {
        var gone = await lease.WriteAsync(
            async tx =>
            {
                var deleted = await SecretStore.PruneAsync(tx, Time.GetInstant().AddDays(-RetentionDays));
                if (deleted > 0)
                {
                    await trail.Append(tx, new AuditEvent.SecretsPruned(deleted, RetentionDays) { Actor = new Actor.Job("Secrets") });
                }

                return deleted;
            },
            ct
        );
        return gone == 0 ? "" : $"Deleted {gone} secrets that no policy references.";
    }
}

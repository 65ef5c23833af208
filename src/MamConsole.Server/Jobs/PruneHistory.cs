using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Removes history beyond its retention period, in steps so small that no device request waits for them, and measures the remaining
/// history.
/// </summary>
internal sealed class PruneHistory(
    Database database,
    RetentionOptions retention,
    HistorySizes sizes,
    AuditTrail audit,
    JobSchedule schedule,
    TimeProvider time,
    ILogger<PruneHistory> logger
) : Job(database, schedule, time, logger)
{
    public const string JobName = "prune-history";

    /// <summary>The maximum number of rows of a step; the dependent rows of a session or an enrollment are removed with it.</summary>
    public const int Step = 500;

    private static readonly Actor Actor = new Actor.Job("Retention");

    public override string Name => JobName;

    protected override TimeSpan Period => TimeSpan.FromHours(1);

    protected override TimeSpan FirstDelay => TimeSpan.FromMinutes(1);

    protected override async Task<string> WorkAsync(JobLease lease, CancellationToken ct)
    {
        var now = Time.GetInstant();
        var expired = new ExpiredSessions(Database, Step / 5);
        var sessions =
            await expired.RemoveOlderAsync(lease, now.AddDays(-retention.SessionDays), ct)
            + await expired.RemoveBeyondAsync(lease, retention.SessionsPerDevice, ct);
        var enrollments =
            retention.EndedEnrollmentDays == 0 ? 0 : await RemoveEnrollmentsAsync(lease, now.AddDays(-retention.EndedEnrollmentDays), ct);
        var events = retention.AuditDays == 0 ? 0 : await RemoveEventsAsync(lease, now.AddDays(-retention.AuditDays), ct);
        await sizes.MeasureAsync(lease, ct);
        string?[] removed =
        [
            sessions > 0 ? Plural.Of(sessions, "session") : null,
            enrollments > 0 ? Plural.Of(enrollments, "ended enrollment") : null,
            events > 0 ? Plural.Of(events, "audit event") : null,
        ];
        return removed.All(r => r is null) ? "" : $"Removed {string.Join(", ", removed.Where(r => r is not null))}.";
    }

    /// <summary>Removes ended enrollments one by one, because each has many rows.</summary>
    private async Task<long> RemoveEnrollmentsAsync(JobLease lease, DateTimeOffset before, CancellationToken ct)
    {
        for (var removed = 0L; ; removed++)
        {
            var gone = await lease.WriteAsync(
                async tx =>
                {
                    var old = await tx.SingleOrDefaultAsync<EndedEnrollment>(
                        "SELECT enrollment_key, enrollment_id, device_name, upn FROM enrollments WHERE ended_at < @before ORDER BY "
                            + "enrollment_key LIMIT 1",
                        new { before }
                    );
                    if (old is null)
                    {
                        return false;
                    }

                    await EnrollmentRows.DeleteAsync(tx, old.EnrollmentKey);
                    await audit.Append(
                        tx,
                        new AuditEvent.EnrollmentDeleted(old.EnrollmentId, old.DeviceName, old.Upn, retention.EndedEnrollmentDays)
                        {
                            Actor = Actor,
                        }
                    );
                    return true;
                },
                ct
            );
            if (!gone)
            {
                return removed;
            }
        }
    }

    private async Task<long> RemoveEventsAsync(JobLease lease, DateTimeOffset before, CancellationToken ct)
    {
        for (var removed = 0L; ; )
        {
            var step = await lease.WriteAsync(
                async tx =>
                {
                    // By sequence, so that the remaining events are the newest ones without gaps.
                    var last = await tx.ScalarAsync<long?>(
                        """
                        SELECT max(sequence) FROM (SELECT sequence, at FROM audit_events ORDER BY sequence LIMIT @step) oldest
                            WHERE at < @before
                        """,
                        new { step = Step, before }
                    );
                    var count = last is null
                        ? 0
                        : await tx.ExecuteAsync("DELETE FROM audit_events WHERE sequence <= @last AND at < @before", new { last, before });
                    if (count > 0)
                    {
                        await audit.Append(tx, new AuditEvent.AuditPruned(count, last!.Value, retention.AuditDays) { Actor = Actor });
                    }

                    return count;
                },
                ct
            );
            removed += step;
            if (step < Step)
            {
                return removed;
            }
        }
    }

    private sealed class EndedEnrollment
    {
        public required long EnrollmentKey { get; init; }
        public required string EnrollmentId { get; init; }
        public required string DeviceName { get; init; }
        public required string Upn { get; init; }
    }
}

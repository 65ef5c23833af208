using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// Maintained counts, so that no page ever counts rows. They change only through <see cref="MoveAsync"/>, inside whichever transaction
/// changes a device's standing.
/// </summary>
internal sealed class FleetCounters(Database database, ReadCurrentVersions current, TimeProvider time)
{
    /// <summary>Longer without a call counts as silence: twice the default of a day would be a weekend.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(MamConsole.PolicyEngine.Facts.FleetFacts.StaleAfterDays);

    public async Task<FleetOverview> GetAsync(CancellationToken ct)
    {
        var inForce = await current(ct);
        var rows = await AllAsync(ct);
        var upToDate = rows.Where(r => r.Sent == r.Acknowledged && IsCurrent(r.Acknowledged)).ToArray();
        var sent = rows.Where(r => r.Sent != r.Acknowledged).Sum(r => r.Devices);
        var enrolled = rows.Sum(r => r.Devices);
        return new FleetOverview
        {
            Enrolled = enrolled,
            UpToDate = upToDate.Sum(r => r.Devices),
            ReadBack = upToDate.Where(r => r.WasRead).Sum(r => r.Devices),
            Sent = sent,
            Waiting = enrolled - sent - upToDate.Sum(r => r.Devices),
            WithDeviations = rows.Where(r => r.Worst > 0).Sum(r => r.Devices),
            CanEnforceWip = rows.Where(r => r.Enforces == 1).Sum(r => r.Devices),
            Stale = await StaleSinceAsync(time.GetUtcNow() - StaleAfter, ct),
            Versions =
            [
                .. rows.GroupBy(r => r.Acknowledged).Select(g => new VersionCount(g.Key, g.Sum(r => r.Devices))).OrderBy(v => v.VersionId),
            ],
        };

        bool IsCurrent(long version) => version == 0 ? !inForce.ForEveryone : inForce.VersionIds.Contains(version);
    }

    /// <summary>Devices with an active enrollment.</summary>
    public Task<long> EnrolledAsync(CancellationToken ct) =>
        database.ReadAsync(
            c =>
                c.ExecuteScalarAsync<long>(
                    new CommandDefinition("SELECT CAST(coalesce(sum(devices), 0) AS BIGINT) FROM fleet_counters", cancellationToken: ct)
                ),
            ct
        );

    /// <summary>The versions that PCs acknowledged last; 0 = nothing.</summary>
    public Task<IReadOnlyList<long>> AcknowledgedAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<long>>(
            async c =>
                [
                    .. await c.QueryAsync<long>(
                        new CommandDefinition("SELECT DISTINCT acknowledged FROM fleet_counters WHERE devices <> 0", cancellationToken: ct)
                    ),
                ],
            ct
        );

    private Task<IReadOnlyList<CounterRow>> AllAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<CounterRow>>(
            async c =>
                [
                    .. await c.QueryAsync<CounterRow>(
                        new CommandDefinition(
                            "SELECT assigned, acknowledged, sent, worst, was_read, enforces, devices FROM fleet_counters WHERE devices "
                                + "<> 0",
                            cancellationToken: ct
                        )
                    ),
                ],
            ct
        );

    private Task<long> StaleSinceAsync(DateTimeOffset since, CancellationToken ct) =>
        database.ReadAsync(
            c =>
                c.ExecuteScalarAsync<long>(
                    new CommandDefinition(
                        """
                        SELECT count(*) FROM device_state s JOIN enrollments e ON e.enrollment_key = s.enrollment_key
                        WHERE e.ended_at IS NULL AND coalesce(s.last_contact, e.enrolled_at) < @since
                        """,
                        new { since = since.ToUnixTimeMilliseconds() },
                        cancellationToken: ct
                    )
                ),
            ct
        );

    /// <summary>Takes a device out of one count and puts it into another; null = it was or will not be there.</summary>
    internal static async Task MoveAsync(Transaction tx, CounterKey? from, CounterKey? to, CancellationToken ct)
    {
        if (from == to)
        {
            return;
        }

        if (from is { } left)
        {
            await AddAsync(tx, left, -1, ct);
        }

        if (to is { } entered)
        {
            await AddAsync(tx, entered, 1, ct);
        }
    }

    /// <summary>Adds to one count; <see cref="FleetRecount"/> repairs with it.</summary>
    internal static Task<int> AddAsync(Transaction tx, CounterKey key, long delta, CancellationToken ct) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO fleet_counters (assigned, acknowledged, sent, worst, was_read, enforces, devices)
                VALUES (@Assigned, @Acknowledged, @Sent, @Worst, @WasRead, @Enforces, @delta)
                ON CONFLICT (assigned, acknowledged, sent, worst, was_read, enforces) DO UPDATE
                    SET devices = fleet_counters.devices + excluded.devices
                """,
                new
                {
                    key.Assigned,
                    key.Acknowledged,
                    key.Sent,
                    key.Worst,
                    key.WasRead,
                    key.Enforces,
                    delta,
                },
                tx.Inner,
                cancellationToken: ct
            )
        );
}

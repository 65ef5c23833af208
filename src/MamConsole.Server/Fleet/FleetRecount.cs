using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Counts the rows of the fleet and compares them with the stored counts.</summary>
internal static class FleetRecount
{
    /// <summary>
    /// The difference for each key whose stored count is wrong, from one consistent read: positive when devices are missing, negative when
    /// there are too many.
    /// </summary>
    public static Task<IReadOnlyList<CounterRow>> DifferencesAsync(Database database, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<CounterRow>>(
            async c =>
                [
                    .. await c.QueryAsync<CounterRow>(
                        new CommandDefinition(
                            $"""
                            SELECT assigned, acknowledged, sent, worst, was_read, enforces, CAST(sum(devices) AS BIGINT) AS devices FROM (
                                SELECT s.assigned, s.acknowledged, s.sent, s.worst, s.was_read, {DeviceSql.EnforcesWip} AS enforces,
                                    1 AS devices
                                FROM device_state s JOIN enrollments e ON e.enrollment_key = s.enrollment_key WHERE e.ended_at IS NULL
                                UNION ALL
                                SELECT assigned, acknowledged, sent, worst, was_read, enforces, -devices FROM fleet_counters) counted
                            GROUP BY assigned, acknowledged, sent, worst, was_read, enforces HAVING sum(devices) <> 0
                            """,
                            cancellationToken: ct
                        )
                    ),
                ],
            ct
        );

    /// <summary>Adds a difference to its counter.</summary>
    public static Task AddAsync(Transaction tx, CounterRow difference, CancellationToken ct) =>
        FleetCounters.AddAsync(
            tx,
            new CounterKey(
                difference.Assigned,
                difference.Acknowledged,
                difference.Sent,
                difference.Worst,
                difference.WasRead,
                difference.Enforces
            ),
            difference.Devices,
            ct
        );
}

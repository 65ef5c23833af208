using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// Stored counts of the rows of devices. They change only through <see cref="MoveAsync"/>, inside the transaction that changes such a row.
/// </summary>
internal sealed class FleetCounters(Database database)
{
    /// <summary>
    /// A device without a check-in for longer than this is stale. Twice the default check-in interval of a day would be too short, because
    /// it spans only a weekend.
    /// </summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(MamConsole.PolicyEngine.Facts.FleetFacts.StaleAfterDays);

    /// <summary>The number of devices per last acknowledged version, sorted by version id; id 0 = no version.</summary>
    public Task<IReadOnlyList<VersionCount>> VersionsAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<VersionCount>>(
            async c =>
                [
                    .. await c.QueryAsync<VersionCount>(
                        new CommandDefinition(
                            """
                            SELECT acknowledged AS version_id, CAST(sum(devices) AS BIGINT) AS devices
                            FROM fleet_counters GROUP BY acknowledged HAVING sum(devices) <> 0 ORDER BY acknowledged
                            """,
                            cancellationToken: ct
                        )
                    ),
                ],
            ct
        );

    /// <summary>The number of devices with an active enrollment.</summary>
    public Task<long> EnrolledAsync(CancellationToken ct) =>
        database.ReadAsync(
            c =>
                c.ExecuteScalarAsync<long>(
                    new CommandDefinition("SELECT CAST(coalesce(sum(devices), 0) AS BIGINT) FROM fleet_counters", cancellationToken: ct)
                ),
            ct
        );

    /// <summary>The ids of the versions that PCs acknowledged last; 0 = no version.</summary>
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

    /// <summary>
    /// Moves a device from one count to another; null when the device was not counted before or is not counted afterward.
    /// </summary>
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

    /// <summary>Adds to one count; <see cref="FleetRecount"/> uses it to repair counts.</summary>
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

using System.Data.Common;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Measures the size of history, and stores one measurement for each day. SQLite does not report the size of a table, so sizes are
/// estimated from the newest entries and the number of entries.
/// </summary>
internal sealed class HistorySizes(Database database, TimeProvider time)
{
    private static readonly (HistoryKind Kind, string Sql)[] Counted =
    [
        (
            HistoryKind.Sessions,
            """
            SELECT count(*) AS entries, CAST(coalesce(sum(stored_bytes + 220 + 130 * (messages + extras)), 0) AS BIGINT) AS bytes,
                   coalesce(sum(CASE WHEN began_at >= @since THEN 1 ELSE 0 END), 0) AS added FROM conversations
            """
        ),
        (
            HistoryKind.AuditEvents,
            Sampled("audit_events", "at", "sequence", "length(words) + length(canonical) + length(actor_name) + length(subject_name) + 240")
        ),
        (HistoryKind.Acknowledgements, Sampled("acknowledgements", "acknowledged_at", "acknowledgement_key", "length(without) + 110")),
        // Includes the sync state, the facts and the setting errors and drift of each device.
        (
            HistoryKind.Devices,
            Sampled("enrollments", "enrolled_at", "enrollment_key", "length(upn) + length(person_name) + length(device_name) + 1800")
        ),
        (HistoryKind.PolicyVersions, Sampled("policy_versions", "published_at", "version_id", "length(document) + length(nodes) + 260")),
    ];

    /// <summary>The latest measurements; measured now when no job has done so yet.</summary>
    public async Task<IReadOnlyList<HistorySize>> LatestAsync(CancellationToken ct)
    {
        var retained = await database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<Row>(
                        new CommandDefinition(
                            "SELECT kind, measured_at, entries, bytes, added FROM history_sizes WHERE day = (SELECT max(day) FROM "
                                + "history_sizes)",
                            cancellationToken: ct
                        )
                    )
                ).AsList(),
            ct
        );
        return retained.Count == 0
            ? await CountAsync(ct)
            : [.. retained.Select(r => new HistorySize((HistoryKind)r.Kind, r.MeasuredAt, r.Entries, r.Bytes, r.Added))];
    }

    /// <summary>
    /// Entries added per day, from the measurements of the last days; without an entry for a kind that has no measurements.
    /// </summary>
    public Task<IReadOnlyDictionary<HistoryKind, double>> AddedInADayAsync(int days, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<HistoryKind, double>>(
            async c =>
                (
                    await c.QueryAsync<Row>(
                        new CommandDefinition(
                            "SELECT kind, measured_at, entries, bytes, added FROM history_sizes WHERE day > (SELECT max(day) FROM "
                                + "history_sizes) - @days",
                            new { days = (long)days },
                            cancellationToken: ct
                        )
                    )
                )
                    .GroupBy(r => (HistoryKind)r.Kind)
                    .ToDictionary(g => g.Key, g => g.Average(r => r.Added)),
            ct
        );

    /// <summary>Stores the measurements of the current day, replacing earlier ones of the day.</summary>
    public async Task MeasureAsync(JobLease lease, CancellationToken ct)
    {
        var sizes = await CountAsync(ct);
        await lease.WriteAsync(
            async tx =>
            {
                foreach (var size in sizes)
                {
                    await tx.ExecuteAsync(
                        """
                        INSERT INTO history_sizes (day, kind, measured_at, entries, bytes, added) VALUES (@day, @kind, @MeasuredAt,
                            @Entries, @Bytes, @AddedInADay)
                        ON CONFLICT (day, kind) DO UPDATE SET measured_at = excluded.measured_at, entries = excluded.entries,
                            bytes = excluded.bytes, added = excluded.added
                        """,
                        new
                        {
                            day = DayOf(size.MeasuredAt),
                            kind = (int)size.Kind,
                            size.MeasuredAt,
                            size.Entries,
                            size.Bytes,
                            size.AddedInADay,
                        }
                    );
                }

                // One year of measurements is enough for every forecast.
                return await tx.ExecuteAsync(
                    "DELETE FROM history_sizes WHERE day < @oldest",
                    new { oldest = DayOf(time.GetUtcNow()) - 366 }
                );
            },
            ct
        );
    }

    private async Task<IReadOnlyList<HistorySize>> CountAsync(CancellationToken ct)
    {
        var now = time.GetInstant();
        var since = now.AddDays(-1);
        return await database.ReadAsync<IReadOnlyList<HistorySize>>(
            async c =>
            {
                var sizes = new List<HistorySize>
                {
                    new(HistoryKind.Database, now, 0, await c.ExecuteScalarAsync<long>(database.Dialect.SizeOfAll), 0),
                };
                foreach (var (kind, sql) in Counted)
                {
                    sizes.Add(await CountAsync(c, kind, sql, now, since, ct));
                }

                return sizes;
            },
            ct
        );
    }

    private static async Task<HistorySize> CountAsync(
        DbConnection connection,
        HistoryKind kind,
        string sql,
        DateTimeOffset now,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var row = await connection.QuerySingleAsync<CountedRow>(new CommandDefinition(sql, new { since }, cancellationToken: ct));
        return new HistorySize(kind, now, row.Entries, row.Bytes, row.Added);
    }

    /// <summary>Counts a table, and estimates its size from the average size of its newest 500 entries.</summary>
    private static string Sampled(string table, string at, string key, string size) =>
        $"""
            SELECT (SELECT count(*) FROM {table}) AS entries,
                   CAST((SELECT count(*) FROM {table}) * coalesce((SELECT avg(size) FROM (SELECT {size} AS size FROM {table}
                       ORDER BY {key} DESC LIMIT 500) newest), 0) AS BIGINT) AS bytes,
                   (SELECT count(*) FROM {table} WHERE {at} >= @since) AS added
            """;

    private static long DayOf(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / (24L * 60 * 60 * 1000);

    private sealed class CountedRow
    {
        public required long Entries { get; init; }
        public required long Bytes { get; init; }
        public required long Added { get; init; }
    }

    private sealed class Row
    {
        public required int Kind { get; init; }
        public required DateTimeOffset MeasuredAt { get; init; }
        public required long Entries { get; init; }
        public required long Bytes { get; init; }
        public required long Added { get; init; }
    }
}

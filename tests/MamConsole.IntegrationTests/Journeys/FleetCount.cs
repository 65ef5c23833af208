using System.Text;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Recounts the values of the server's counters.</summary>
internal static class FleetCount
{
    private const string Recount = """
        SELECT s.assigned, s.acknowledged, s.sent, s.worst, CASE WHEN s.was_read THEN 1 ELSE 0 END AS was_read,
               CASE WHEN e.os_build IS NULL THEN 2 WHEN e.os_build >= 15063 AND e.os_build < 26100 THEN 1 ELSE 0 END AS enforces, count(*) AS devices
        FROM device_state s JOIN enrollments e ON e.enrollment_key = s.enrollment_key WHERE e.ended_at IS NULL
        GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
        """;

    private const string Counted = """
        SELECT assigned, acknowledged, sent, worst, CASE WHEN was_read THEN 1 ELSE 0 END AS was_read, enforces, devices
        FROM fleet_counters WHERE devices <> 0 ORDER BY 1, 2, 3, 4, 5, 6
        """;

    /// <summary>Kinds: 1 deferred, 2 unknown, 3 rejected, 4 differs, 5 not read back, which is no setting error.</summary>
    private const string WrongExceptions = """
        SELECT count(*) FROM device_state s WHERE
            s.deviations <> (SELECT count(*) FROM device_deviations d WHERE d.enrollment_key = s.enrollment_key AND d.kind <> 5)
            OR s.worst <> CASE WHEN EXISTS (SELECT 1 FROM device_deviations d WHERE d.enrollment_key = s.enrollment_key AND d.kind IN (3, 4)) THEN 2
                               WHEN EXISTS (SELECT 1 FROM device_deviations d WHERE d.enrollment_key = s.enrollment_key AND d.kind IN (1, 2)) THEN 1 ELSE 0 END
        """;

    private static readonly string[] Tables =
    [
        "enrollments",
        "device_state",
        "device_deviations",
        "acknowledgements",
        "sync_sessions",
        "device_facts",
        "fleet_counters",
    ];

    public static async Task CheckAsync(Database database, CancellationToken ct)
    {
        Assert.Equal(await RowsAsync(database, Recount, ct), await RowsAsync(database, Counted, ct));
        Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalarAsync<long>(WrongExceptions), ct));
    }

    public static async Task<string> SnapshotAsync(Database database, CancellationToken ct)
    {
        var text = new StringBuilder();
        foreach (var table in Tables)
        {
            text.AppendLine(table).AppendLine(await RowsAsync(database, $"SELECT * FROM {table} ORDER BY 1, 2", ct));
        }

        return text.ToString();
    }

    private static Task<string> RowsAsync(Database database, string sql, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
                string.Join(
                    '\n',
                    (await c.QueryAsync(sql)).Select(row =>
                        string.Join(", ", ((IDictionary<string, object?>)row).Select(f => $"{f.Key}={f.Value}"))
                    )
                ),
            ct
        );
}

using Dapper;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>Removes sessions by age and by number. The exchange that enrolled a device remains as long as its enrollment.</summary>
/// <param name="database">For reads; writes use the lease.</param>
/// <param name="step">How many sessions are removed in one transaction, with their messages.</param>
internal sealed class ExpiredSessions(Database database, int step)
{
    // Sessions that are read at a time; reading does not block writers.
    private const int LookedAt = 2000;

    /// <summary>Removes sessions whose last message is older.</summary>
    public async Task<long> RemoveOlderAsync(JobLease lease, DateTimeOffset before, CancellationToken ct)
    {
        var removed = 0L;
        var cursor = 0L;
        while (true)
        {
            // Keys grow with the start time, so the scan ends at the first session that started later. No index by time is needed.
            var page = await database.ReadAsync(
                async c =>
                    (
                        await c.QueryAsync<Aged>(
                            new CommandDefinition(
                                "SELECT conversation_key, kind, began_at, last_at FROM conversations WHERE conversation_key > @cursor "
                                    + "ORDER BY conversation_key LIMIT @most",
                                new { cursor, most = LookedAt },
                                cancellationToken: ct
                            )
                        )
                    ).AsList(),
                ct
            );
            var old = page.Where(c => c.LastAt < before && c.Kind != (int)SessionRecordKind.Enrollment)
                .Select(c => c.ConversationKey)
                .ToArray();
            removed += await RemoveAsync(lease, old, ct);
            if (page.Count < LookedAt || page[^1].BeganAt >= before)
            {
                return removed;
            }

            cursor = page[^1].ConversationKey;
        }
    }

    /// <summary>Removes all but the newest sessions of a device.</summary>
    public async Task<long> RemoveBeyondAsync(JobLease lease, int most, CancellationToken ct)
    {
        var removed = 0L;
        var cursor = 0L;
        while (true)
        {
            var page = await database.ReadAsync(
                async c =>
                    (
                        await c.QueryAsync<long>(
                            new CommandDefinition(
                                """
                                SELECT enrollment_key FROM conversations WHERE enrollment_key > @cursor
                                GROUP BY enrollment_key HAVING count(*) > @most ORDER BY enrollment_key LIMIT @devices
                                """,
                                new
                                {
                                    cursor,
                                    most = (long)most,
                                    devices = LookedAt,
                                },
                                cancellationToken: ct
                            )
                        )
                    ).AsList(),
                ct
            );
            foreach (var enrollmentKey in page)
            {
                removed += await RemoveAsync(lease, await BeyondAsync(enrollmentKey, most, ct), ct);
            }

            if (page.Count < LookedAt)
            {
                return removed;
            }

            cursor = page[^1];
        }
    }

    private Task<long[]> BeyondAsync(long enrollmentKey, int most, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<long>(
                        new CommandDefinition(
                            """
                            SELECT conversation_key FROM conversations WHERE enrollment_key = @enrollmentKey AND kind <> 2
                            ORDER BY conversation_key DESC LIMIT @all OFFSET @most
                            """,
                            new
                            {
                                enrollmentKey,
                                most = (long)most,
                                all = (long)int.MaxValue,
                            },
                            cancellationToken: ct
                        )
                    )
                ).ToArray(),
            ct
        );

    private async Task<long> RemoveAsync(JobLease lease, long[] keys, CancellationToken ct)
    {
        var removed = 0L;
        foreach (var some in keys.Chunk(step))
        {
            removed += await lease.WriteAsync(
                async tx =>
                {
                    var mine = database.Dialect.AnyOf("conversation_key", "some");
                    await tx.ExecuteAsync($"DELETE FROM conversation_messages WHERE {mine}", new { some });
                    return await tx.ExecuteAsync($"DELETE FROM conversations WHERE {mine}", new { some });
                },
                ct
            );
        }

        return removed;
    }

    private sealed class Aged
    {
        public required long ConversationKey { get; init; }
        public required int Kind { get; init; }
        public required DateTimeOffset BeganAt { get; init; }
        public required DateTimeOffset LastAt { get; init; }
    }
}

using Dapper;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Entra;

/// <summary>The groups of people as last read. They are used until they are read again, so that an outage changes no assignment.</summary>
internal sealed class PersonGroupStore(Database database)
{
    /// <summary>The maximum length of a stored error of the directory; longer texts are truncated.</summary>
    private const int MaximumFaultLength = 500;

    /// <summary>When a person's groups were read, and the reason of the last failure.</summary>
    public Task<GroupReadingState> StateAsync(Guid person, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var row = await c.QuerySingleOrDefaultAsync<Row>(
                    new CommandDefinition(
                        "SELECT read_at, tried_at, fault FROM directory_people WHERE object_id = @person",
                        new { person = person.ToString("D") },
                        cancellationToken: ct
                    )
                );
                return row is null
                    ? new GroupReadingState(null, null, null)
                    : new GroupReadingState(At(row.ReadAt), At(row.TriedAt), row.Fault);
            },
            ct
        );

    /// <summary>People with an active enrollment whose groups have not been read since then: never read first, then the oldest.</summary>
    public Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset since, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Guid>>(
            async c =>
                [
                    .. (
                        await c.QueryAsync<string>(
                            new CommandDefinition(
                                """
                                SELECT e.object_id FROM (SELECT DISTINCT object_id FROM enrollments WHERE ended_at IS NULL) e
                                LEFT JOIN directory_people p ON p.object_id = e.object_id
                                WHERE p.object_id IS NULL OR p.tried_at < @since
                                ORDER BY coalesce(p.tried_at, 0), e.object_id LIMIT @take
                                """,
                                new { since = since.ToUnixTimeMilliseconds(), take },
                                cancellationToken: ct
                            )
                        )
                    ).Select(Guid.Parse),
                ],
            ct
        );

    /// <summary>
    /// The number of people with an active enrollment whose groups were never read or failed to be read, and the oldest read.
    /// </summary>
    public Task<GroupReadingSummary> SummaryAsync(CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var row = await c.QuerySingleAsync<SummaryRow>(
                    new CommandDefinition(
                        """
                        SELECT count(*) FILTER (WHERE p.read_at IS NULL) AS never_read,
                            count(*) FILTER (WHERE p.fault IS NOT NULL) AS failing, min(p.read_at) AS oldest
                        FROM (SELECT DISTINCT object_id FROM enrollments WHERE ended_at IS NULL) e LEFT JOIN directory_people p
                            ON p.object_id = e.object_id
                        """,
                        cancellationToken: ct
                    )
                );
                return new GroupReadingSummary((int)row.NeverRead, (int)row.Failing, At(row.Oldest));
            },
            ct
        );

    /// <summary>Stores the groups.</summary>
    /// <returns>Whether they differ from the previous ones.</returns>
    public static async Task<bool> SaveAsync(Transaction tx, Guid person, IReadOnlyCollection<Guid> groups, DateTimeOffset now)
    {
        // This row is written first: a concurrent write for the same person waits here until this transaction is committed.
        var id = person.ToString("D");
        await tx.ExecuteAsync(
            """
            INSERT INTO directory_people (object_id, read_at, tried_at, fault) VALUES (@id, @now, @now, NULL)
            ON CONFLICT (object_id) DO UPDATE SET read_at = excluded.read_at, tried_at = excluded.tried_at, fault = NULL
            """,
            new { id, now }
        );
        var had = (await tx.QueryAsync<string>("SELECT group_id FROM person_groups WHERE object_id = @id", new { id })).ToHashSet(
            StringComparer.Ordinal
        );
        var has = groups.Select(PersonGroups.Canonical).ToHashSet(StringComparer.Ordinal);
        foreach (var left in had.Except(has))
        {
            await tx.ExecuteAsync("DELETE FROM person_groups WHERE object_id = @id AND group_id = @left", new { id, left });
        }

        foreach (var joined in has.Except(had))
        {
            await tx.ExecuteAsync("INSERT INTO person_groups (object_id, group_id) VALUES (@id, @joined)", new { id, joined });
        }

        return !had.SetEquals(has);
    }

    /// <summary>Stores a failed attempt; the previous groups remain.</summary>
    public static Task<int> FailAsync(Transaction tx, Guid person, string fault, DateTimeOffset now) =>
        tx.ExecuteAsync(
            """
            INSERT INTO directory_people (object_id, read_at, tried_at, fault) VALUES (@id, NULL, @now, @fault)
            ON CONFLICT (object_id) DO UPDATE SET tried_at = excluded.tried_at, fault = excluded.fault
            """,
            new
            {
                id = person.ToString("D"),
                now,
                fault = fault.Length <= MaximumFaultLength ? fault : fault[..MaximumFaultLength],
            }
        );

    /// <summary>Removes people without an enrolled device.</summary>
    /// <returns>The number of people removed.</returns>
    public static async Task<int> RemoveAsync(Transaction tx)
    {
        const string Gone = "NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.object_id = {0}.object_id AND e.ended_at IS NULL)";
        await tx.ExecuteAsync(
            $"DELETE FROM person_groups WHERE {string.Format(System.Globalization.CultureInfo.InvariantCulture, Gone, "person_groups")}"
        );
        return await tx.ExecuteAsync(
            "DELETE FROM directory_people WHERE "
                + $"{string.Format(System.Globalization.CultureInfo.InvariantCulture, Gone, "directory_people")}"
        );
    }

    private static DateTimeOffset? At(long? ms) => ms is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;

    private sealed class Row
    {
        public long? ReadAt { get; init; }
        public required long TriedAt { get; init; }
        public string? Fault { get; init; }
    }

    private sealed class SummaryRow
    {
        public required long NeverRead { get; init; }
        public required long Failing { get; init; }
        public long? Oldest { get; init; }
    }
}

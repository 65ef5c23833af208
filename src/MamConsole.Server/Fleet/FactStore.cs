using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>The facts of devices: one document per enrollment, rewritten only when it changes.</summary>
internal sealed class FactStore(Database database)
{
    public Task<DeviceFacts> GetAsync(long enrollmentKey, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var row = await c.QuerySingleOrDefaultAsync<Row>(
                    new CommandDefinition(
                        "SELECT document, changed_at, read_at FROM device_facts WHERE enrollment_key = @enrollmentKey",
                        new { enrollmentKey },
                        cancellationToken: ct
                    )
                );
                return row is null
                    ? DeviceFacts.None
                    : new DeviceFacts(
                        JsonSerializer
                            .Deserialize<Dictionary<string, string>>(row.Document)!
                            .ToImmutableSortedDictionary(StringComparer.Ordinal),
                        DateTimeOffset.FromUnixTimeMilliseconds(row.ChangedAt),
                        DateTimeOffset.FromUnixTimeMilliseconds(row.ReadAt)
                    );
            },
            ct
        );

    public static Task SaveAsync(Transaction tx, long enrollmentKey, DeviceFacts facts, CancellationToken ct) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO device_facts (enrollment_key, document, changed_at, read_at) VALUES (@enrollmentKey, @document, @changedAt,
                    @readAt)
                ON CONFLICT (enrollment_key) DO UPDATE SET document = excluded.document, changed_at = excluded.changed_at,
                    read_at = excluded.read_at
                """,
                new
                {
                    enrollmentKey,
                    document = JsonSerializer.Serialize(facts.Values),
                    changedAt = facts.ChangedAt.ToUnixTimeMilliseconds(),
                    readAt = facts.ReadAt.ToUnixTimeMilliseconds(),
                },
                tx.Inner,
                cancellationToken: ct
            )
        );

    private sealed class Row
    {
        public required string Document { get; init; }
        public required long ChangedAt { get; init; }
        public required long ReadAt { get; init; }
    }
}

using Dapper;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>A deviation with its age and the session that brought it.</summary>
internal sealed record KnownDeviation(NodeDeviation Deviation, DateTimeOffset Since, string SessionId);

/// <summary>What stands against single nodes of a device.</summary>
internal sealed class DeviationStore(Database database)
{
    public Task<IReadOnlyList<KnownDeviation>> ListAsync(long enrollmentKey, CancellationToken ct) => database.ReadAsync<IReadOnlyList<KnownDeviation>>(async c =>
        [.. (await c.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT loc_uri, kind, code, original_error, value, since, session_id FROM device_deviations
            WHERE enrollment_key = @enrollmentKey ORDER BY loc_uri
            """, new { enrollmentKey }, cancellationToken: ct))).Select(r => r.ToDeviation())], ct);

    /// <summary>Makes the rows say exactly this; what did not change keeps its age.</summary>
    public static async Task ReplaceAsync(
        Transaction tx, long enrollmentKey, IReadOnlyList<KnownDeviation> before, ValueList<NodeDeviation> after, string sessionId, DateTimeOffset at, CancellationToken ct)
    {
        var old = before.Select(k => k.Deviation).ToHashSet();
        var wanted = after.ToHashSet();
        foreach (var gone in old.Where(d => !wanted.Contains(d)))
        {
            await tx.Connection.ExecuteAsync(new CommandDefinition(
                "DELETE FROM device_deviations WHERE enrollment_key = @enrollmentKey AND loc_uri = @LocUri", new { enrollmentKey, gone.LocUri }, tx.Inner, cancellationToken: ct));
        }

        foreach (var d in after.Where(d => !old.Contains(d)))
        {
            await tx.Connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO device_deviations (enrollment_key, loc_uri, kind, code, original_error, value, since, session_id)
                VALUES (@enrollmentKey, @LocUri, @kind, @code, @OriginalError, @Value, @since, @sessionId)
                """,
                new { enrollmentKey, d.LocUri, kind = (int)d.Kind, code = (long?)d.Code, d.OriginalError, d.Value, since = at.ToUnixTimeMilliseconds(), sessionId },
                tx.Inner, cancellationToken: ct));
        }
    }

    private sealed class Row
    {
        public required string LocUri { get; init; }
        public required int Kind { get; init; }
        public long? Code { get; init; }
        public string? OriginalError { get; init; }
        public string? Value { get; init; }
        public required long Since { get; init; }
        public required string SessionId { get; init; }

        public KnownDeviation ToDeviation() => new(
            new NodeDeviation(LocUri, (DeviationKind)Kind, (int?)Code, OriginalError, Value), DateTimeOffset.FromUnixTimeMilliseconds(Since), SessionId);
    }
}

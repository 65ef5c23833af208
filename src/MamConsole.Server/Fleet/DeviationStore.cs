using Dapper;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>The setting errors and drift of single nodes of a device.</summary>
internal sealed class DeviationStore(Database database)
{
    public Task<IReadOnlyList<KnownSettingDeviation>> ListAsync(long enrollmentKey, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<KnownSettingDeviation>>(
            async c =>
                [
                    .. (
                        await c.QueryAsync<Row>(
                            new CommandDefinition(
                                """
                                SELECT loc_uri, kind, code, original_error, value, since, session_id, attempts, next_try, os_build
                                    FROM device_deviations
                                WHERE enrollment_key = @enrollmentKey ORDER BY loc_uri
                                """,
                                new { enrollmentKey },
                                cancellationToken: ct
                            )
                        )
                    ).Select(r => r.ToDeviation()),
                ],
            ct
        );

    private const string Upsert = """
        INSERT INTO device_deviations (enrollment_key, loc_uri, kind, code, original_error, value, since, session_id, attempts, next_try,
            os_build)
        VALUES (@enrollmentKey, @LocUri, @kind, @code, @OriginalError, @Value, @since, @sessionId, @attempts, @nextTry, @osBuild)
        ON CONFLICT (enrollment_key, loc_uri) DO UPDATE SET kind = excluded.kind, code = excluded.code,
            original_error = excluded.original_error,
            value = excluded.value, since = excluded.since, session_id = excluded.session_id, attempts = excluded.attempts, next_try = excluded.next_try,
            os_build = excluded.os_build
        """;

    private const string Postpone = """
        UPDATE device_deviations SET attempts = @attempts, next_try = @nextTry, os_build = @osBuild
        WHERE enrollment_key = @enrollmentKey AND loc_uri = @LocUri
        """;

    /// <summary>Replaces the rows of an enrollment. A row whose retry alone changed retains its age.</summary>
    public static async Task ReplaceAsync(
        Transaction tx,
        long enrollmentKey,
        IReadOnlyList<KnownSettingDeviation> before,
        ValueList<SettingDeviation> after,
        string sessionId,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var old = before.Select(k => k.Deviation).ToDictionary(d => d.LocUri, StringComparer.Ordinal);
        var desired = after.Select(d => d.LocUri).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in old.Keys.Where(uri => !desired.Contains(uri)))
        {
            await tx.Connection.ExecuteAsync(
                new CommandDefinition(
                    "DELETE FROM device_deviations WHERE enrollment_key = @enrollmentKey AND loc_uri = @gone",
                    new { enrollmentKey, gone },
                    tx.Inner,
                    cancellationToken: ct
                )
            );
        }

        foreach (var d in after)
        {
            var known = old.GetValueOrDefault(d.LocUri);
            if (known == d)
            {
                continue;
            }

            var row = new
            {
                enrollmentKey,
                d.LocUri,
                kind = (int)d.Kind,
                code = (long?)d.Code,
                d.OriginalError,
                d.Value,
                since = at.ToUnixTimeMilliseconds(),
                sessionId,
                attempts = (long)d.Retry.Attempts,
                nextTry = d.Retry.Next?.ToUnixTimeMilliseconds(),
                osBuild = (long?)d.Retry.Build,
            };
            var isSame = known is not null && known with { Retry = d.Retry } == d;
            await tx.Connection.ExecuteAsync(new CommandDefinition(isSame ? Postpone : Upsert, row, tx.Inner, cancellationToken: ct));
        }
    }

    /// <summary>
    /// Resends at the request of a person: the settings that the device rejected or did not answer, and those that were too large for it,
    /// are sent once more in its next session. The revision is incremented, so that a concurrent request of the device starts over and
    /// cannot overwrite this.
    /// </summary>
    /// <returns>The number of nodes that are sent again.</returns>
    public static async Task<int> ClearRejectionsAsync(Transaction tx, long enrollmentKey, CancellationToken ct)
    {
        var cleared = await tx.Connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE device_deviations SET attempts = 0, next_try = 0 WHERE enrollment_key = @enrollmentKey AND kind IN (@unknown, "
                    + "@refused)",
                new
                {
                    enrollmentKey,
                    unknown = (int)DeviationKind.Unknown,
                    refused = (int)DeviationKind.Rejected,
                },
                tx.Inner,
                cancellationToken: ct
            )
        );
        if (cleared > 0)
        {
            await tx.Connection.ExecuteAsync(
                new CommandDefinition(
                    "UPDATE device_state SET revision = revision + 1, next_try = 0 WHERE enrollment_key = @enrollmentKey",
                    new { enrollmentKey },
                    tx.Inner,
                    cancellationToken: ct
                )
            );
        }

        return cleared;
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
        public required long Attempts { get; init; }
        public long? NextTry { get; init; }
        public long? OsBuild { get; init; }

        public KnownSettingDeviation ToDeviation() =>
            new(
                new SettingDeviation(LocUri, (DeviationKind)Kind, (int?)Code, OriginalError, Value)
                {
                    Retry = new Retry(
                        (int)Attempts,
                        NextTry is { } next ? DateTimeOffset.FromUnixTimeMilliseconds(next) : null,
                        (int?)OsBuild
                    ),
                },
                DateTimeOffset.FromUnixTimeMilliseconds(Since),
                SessionId
            );
    }
}

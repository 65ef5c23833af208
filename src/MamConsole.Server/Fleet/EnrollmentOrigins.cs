using System.Data.Common;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>The origins of enrollments. Enrollments that are older than this table have none.</summary>
internal sealed class EnrollmentOrigins(Database database)
{
    private const string Columns = "token_hash, device_claim, terms_in_force, terms_accepted, terms_accepted_at, terms_nonce";

    public Task<EnrollmentOrigin?> FindAsync(long enrollmentKey, CancellationToken ct) =>
        database.ReadAsync(c => FindAsync(c, null, enrollmentKey, ct), ct);

    /// <summary>The origin of an enrollment, read on a given connection; null when there is none.</summary>
    public static async Task<EnrollmentOrigin?> FindAsync(
        DbConnection connection,
        DbTransaction? inner,
        long enrollmentKey,
        CancellationToken ct
    )
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            new CommandDefinition(
                $"SELECT {Columns} FROM enrollment_origins WHERE enrollment_key = @enrollmentKey",
                new { enrollmentKey },
                inner,
                cancellationToken: ct
            )
        );
        return row?.ToOrigin();
    }

    /// <summary>
    /// Whether an acceptance was already used for any enrollment. The unique key of the table prevents a second use by a concurrent
    /// request.
    /// </summary>
    public static Task<bool> WasUsedAsync(Transaction tx, string nonce, CancellationToken ct) =>
        tx.Connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(
                "SELECT EXISTS (SELECT 1 FROM enrollment_origins WHERE terms_nonce = @nonce)",
                new { nonce },
                tx.Inner,
                cancellationToken: ct
            )
        );

    public static Task AddAsync(Transaction tx, long enrollmentKey, EnrollmentOrigin origin, CancellationToken ct) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                $"""
                INSERT INTO enrollment_origins (enrollment_key, {Columns})
                VALUES (@enrollmentKey, @TokenHash, @DeviceClaim, @TermsInForce, @TermsAccepted, @TermsAcceptedAt, @TermsNonce)
                """,
                new
                {
                    enrollmentKey,
                    origin.TokenHash,
                    origin.DeviceClaim,
                    origin.TermsInForce,
                    TermsAccepted = origin.Accepted?.Version,
                    TermsAcceptedAt = origin.Accepted?.At.ToUnixTimeMilliseconds(),
                    TermsNonce = origin.Accepted?.Nonce,
                },
                tx.Inner,
                cancellationToken: ct
            )
        );

    private sealed class Row
    {
        public required byte[] TokenHash { get; init; }
        public string? DeviceClaim { get; init; }
        public int? TermsInForce { get; init; }
        public int? TermsAccepted { get; init; }
        public long? TermsAcceptedAt { get; init; }
        public string? TermsNonce { get; init; }

        public EnrollmentOrigin ToOrigin() =>
            new()
            {
                TokenHash = TokenHash,
                DeviceClaim = DeviceClaim,
                TermsInForce = TermsInForce,
                Accepted =
                    TermsAccepted is { } version && TermsAcceptedAt is { } at && TermsNonce is { } nonce
                        ? new AcceptedTerms(version, DateTimeOffset.FromUnixTimeMilliseconds(at), nonce)
                        : null,
            };
    }
}

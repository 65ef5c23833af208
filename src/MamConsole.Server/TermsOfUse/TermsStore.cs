using System.Data.Common;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.TermsOfUse;

/// <summary>The versions of the terms of use.</summary>
internal sealed class TermsStore(Database database)
{
    private const string Columns = "number, text, required, published_at, published_by";
    private const string SelectCurrent = $"SELECT {Columns} FROM terms_versions ORDER BY number DESC LIMIT 1";

    /// <summary>The version in effect; <see cref="TermsVersion.None"/> when no version was ever published.</summary>
    public Task<TermsVersion> CurrentAsync(CancellationToken ct) => database.ReadAsync(c => CurrentAsync(c, null, ct), ct);

    /// <summary>Reads the version in effect within a transaction.</summary>
    public static async Task<TermsVersion> CurrentAsync(DbConnection connection, DbTransaction? inner, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(SelectCurrent, null, inner, cancellationToken: ct));
        return row?.ToVersion() ?? TermsVersion.None;
    }

    public Task<TermsVersion?> FindAsync(int number, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var row = await c.QuerySingleOrDefaultAsync<Row>(
                    new CommandDefinition(
                        $"SELECT {Columns} FROM terms_versions WHERE number = @number",
                        new { number },
                        cancellationToken: ct
                    )
                );
                return row?.ToVersion();
            },
            ct
        );

    /// <param name="before">Only versions with a smaller number; null starts with the newest version.</param>
    /// <param name="take">The maximum number of versions.</param>
    /// <param name="ct">Cancels the read.</param>
    public Task<IReadOnlyList<TermsSummary>> ListAsync(int? before, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<TermsSummary>>(
            async c =>
            {
                var rows = await c.QueryAsync<Row>(
                    new CommandDefinition(
                        $"SELECT {Columns} FROM terms_versions WHERE number < @before ORDER BY number DESC LIMIT @take",
                        new { before = before ?? int.MaxValue, take },
                        cancellationToken: ct
                    )
                );
                return [.. rows.Select(r => new TermsSummary(r.Number, r.Text.Length > 0, r.Required, r.PublishedAt, r.PublishedBy))];
            },
            ct
        );

    public static Task AddAsync(Transaction tx, TermsVersion version, Guid publishedById) =>
        tx.ExecuteAsync(
            """
            INSERT INTO terms_versions (number, text, required, published_at, published_by, published_by_id)
            VALUES (@Number, @Text, @Required, @PublishedAt, @PublishedBy, @publishedById)
            """,
            new
            {
                version.Number,
                version.Text,
                version.Required,
                PublishedAt = version.PublishedAt!.Value,
                version.PublishedBy,
                publishedById,
            }
        );

    private sealed class Row
    {
        public required int Number { get; init; }
        public required string Text { get; init; }
        public required bool Required { get; init; }
        public required DateTimeOffset PublishedAt { get; init; }
        public required string PublishedBy { get; init; }

        public TermsVersion ToVersion() => new(Number, Text, Required, PublishedAt, PublishedBy);
    }
}

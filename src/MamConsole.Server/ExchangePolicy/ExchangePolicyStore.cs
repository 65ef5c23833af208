using System.Data.Common;
using System.Text.Json;
using Dapper;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Storage;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>The versions of the recorded Exchange policy: one for the whole installation.</summary>
internal sealed class ExchangePolicyStore(Database database)
{
    private const string Columns = "number, name, elements, recorded_at, recorded_by";
    private const string SelectCurrent = $"SELECT {Columns} FROM exchange_policy ORDER BY number DESC LIMIT 1";

    /// <summary>The current version; <see cref="ExchangePolicyVersion.None"/> when no version was ever recorded.</summary>
    public Task<ExchangePolicyVersion> CurrentAsync(CancellationToken ct) => database.ReadAsync(c => CurrentAsync(c, null, ct), ct);

    /// <summary>Reads the current version within a transaction.</summary>
    public static async Task<ExchangePolicyVersion> CurrentAsync(DbConnection connection, DbTransaction? inner, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(SelectCurrent, null, inner, cancellationToken: ct));
        return row?.ToVersion() ?? ExchangePolicyVersion.None;
    }

    public Task<ExchangePolicyVersion?> FindAsync(int number, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
                (
                    await c.QuerySingleOrDefaultAsync<Row>(
                        new CommandDefinition(
                            $"SELECT {Columns} FROM exchange_policy WHERE number = @number",
                            new { number },
                            cancellationToken: ct
                        )
                    )
                )?.ToVersion(),
            ct
        );

    /// <param name="before">Only versions with a smaller number; null starts with the newest version.</param>
    /// <param name="take">The maximum number of versions.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<ExchangePolicySummary>> ListAsync(int? before, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ExchangePolicySummary>>(
            async c =>
            {
                var rows = await c.QueryAsync<Row>(
                    new CommandDefinition(
                        $"SELECT {Columns} FROM exchange_policy WHERE number < @before ORDER BY number DESC LIMIT @take",
                        new { before = before ?? int.MaxValue, take },
                        cancellationToken: ct
                    )
                );
                return
                [
                    .. rows.Select(row => row.ToVersion())
                        .Select(v => new ExchangePolicySummary(
                            v.Number,
                            v.Name,
                            v.Elements.Settings.Count,
                            v.RecordedAt!.Value,
                            v.RecordedBy
                        )),
                ];
            },
            ct
        );

    public static Task AddAsync(Transaction transaction, ExchangePolicyVersion version, Guid recordedById) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO exchange_policy (number, name, elements, recorded_at, recorded_by, recorded_by_id)
            VALUES (@Number, @Name, @elements, @RecordedAt, @RecordedBy, @recordedById)
            """,
            new
            {
                version.Number,
                version.Name,
                elements = JsonSerializer.Serialize(version.Elements, WrittenPolicy.Json),
                RecordedAt = version.RecordedAt!.Value,
                version.RecordedBy,
                recordedById,
            }
        );

    private sealed class Row
    {
        public required int Number { get; init; }

        public required string Name { get; init; }

        public required string Elements { get; init; }

        public required DateTimeOffset RecordedAt { get; init; }

        public required string RecordedBy { get; init; }

        public ExchangePolicyVersion ToVersion() =>
            new(Number, Name, JsonSerializer.Deserialize<EasPolicy>(Elements, WrittenPolicy.Json)!, RecordedAt, RecordedBy);
    }
}

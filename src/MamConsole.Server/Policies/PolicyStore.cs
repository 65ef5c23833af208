using Dapper;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies;

/// <summary>The database rows of policies with their drafts and heads. It contains no business rules.</summary>
internal sealed class PolicyStore(Database database)
{
    private const string Select = """
        SELECT p.policy_key, p.policy_id, p.name, p.draft, p.draft_revision, p.draft_saved_at, p.draft_saved_by, h.version_id, h.number
        FROM policies p LEFT JOIN policy_heads h ON h.policy_key = p.policy_key
        """;

    /// <summary>All policies, oldest first.</summary>
    public Task<IReadOnlyList<StoredPolicy>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<StoredPolicy>>(
            async connection => [.. (await connection.QueryAsync<Row>($"{Select} ORDER BY p.policy_key")).Select(row => row.ToPolicy())],
            cancellationToken
        );

    public async Task<StoredPolicy?> FindAsync(string policyId, CancellationToken cancellationToken) =>
        Key(policyId) is { } id
            ? (
                await database.ReadAsync(
                    connection => connection.QuerySingleOrDefaultAsync<Row>($"{Select} WHERE p.policy_id = @id", new { id }),
                    cancellationToken
                )
            )?.ToPolicy()
            : null;

    public async Task<StoredPolicy?> FindAsync(Transaction transaction, string policyId) =>
        Key(policyId) is { } id
            ? (await transaction.SingleOrDefaultAsync<Row>($"{Select} WHERE p.policy_id = @id", new { id }))?.ToPolicy()
            : null;

    /// <exception cref="System.Data.Common.DbException">A duplicate key when another policy has the name.</exception>
    public Task InsertAsync(Transaction transaction, string policyId, string name, WrittenPolicy draft, DateTimeOffset at, string by) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO policies (policy_id, name, name_key, created_at, draft, draft_revision, draft_saved_at, draft_saved_by)
            VALUES (@policyId, @name, @nameKey, @at, @draft, 1, @at, @by)
            """,
            new
            {
                policyId,
                name,
                nameKey = PolicyText.NameKey(name),
                at,
                draft = PolicyDocument.Write(draft),
                by,
            }
        );

    /// <summary>Replaces the draft if it still has the expected revision.</summary>
    /// <returns>Whether the draft was replaced.</returns>
    public async Task<bool> ReplaceDraftAsync(
        Transaction transaction,
        long policyKey,
        int expectedRevision,
        WrittenPolicy draft,
        DateTimeOffset at,
        string by
    ) =>
        await transaction.ExecuteAsync(
            """
            UPDATE policies SET draft = @draft, draft_revision = draft_revision + 1, draft_saved_at = @at, draft_saved_by = @by
            WHERE policy_key = @policyKey AND draft_revision = @expectedRevision
            """,
            new
            {
                policyKey,
                expectedRevision,
                draft = PolicyDocument.Write(draft),
                at,
                by,
            }
        ) == 1;

    /// <exception cref="System.Data.Common.DbException">A duplicate key when another policy has the name.</exception>
    public Task RenameAsync(Transaction transaction, long policyKey, string name) =>
        transaction.ExecuteAsync(
            "UPDATE policies SET name = @name, name_key = @nameKey WHERE policy_key = @policyKey",
            new
            {
                policyKey,
                name,
                nameKey = PolicyText.NameKey(name),
            }
        );

    public Task SetHeadAsync(Transaction transaction, long policyKey, long versionId, int number) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO policy_heads (policy_key, version_id, number) VALUES (@policyKey, @versionId, @number)
            ON CONFLICT (policy_key) DO UPDATE SET version_id = excluded.version_id, number = excluded.number
            """,
            new
            {
                policyKey,
                versionId,
                number,
            }
        );

    // Ids come from URLs: only a well-formed id reaches the database, in the one notation that is stored there.
    private static string? Key(string policyId) => Guid.TryParseExact(policyId, "D", out var id) ? id.ToString("D") : null;

    private sealed class Row
    {
        public required long PolicyKey { get; init; }

        public required string PolicyId { get; init; }

        public required string Name { get; init; }

        public required string Draft { get; init; }

        public required int DraftRevision { get; init; }

        public required DateTimeOffset DraftSavedAt { get; init; }

        public required string DraftSavedBy { get; init; }

        public long? VersionId { get; init; }

        public int? Number { get; init; }

        public StoredPolicy ToPolicy() =>
            new()
            {
                Key = PolicyKey,
                PolicyId = PolicyId,
                Name = Name,
                Draft = PolicyDocument.Read(Draft),
                DraftRevision = DraftRevision,
                DraftSavedAt = DraftSavedAt,
                DraftSavedBy = DraftSavedBy,
                VersionId = VersionId,
                Number = Number ?? 0,
            };
    }
}

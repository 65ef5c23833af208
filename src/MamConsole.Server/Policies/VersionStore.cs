using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies;

/// <summary>
/// The database rows of versions. They are only inserted and read and never change, so they are cached without expiration.
/// </summary>
internal sealed class VersionStore(Database database)
{
    // More versions than are in force at any time; when the limit is reached, the cache starts over.
    private const int MaximumCachedVersions = 256;

    private const string Select = """
        SELECT v.version_id, p.policy_id, v.number, v.published_at, v.published_by, v.reason, v.rolled_back_from, v.accepted, v.document,
            v.nodes, v.compiler_options_hash
        FROM policy_versions v JOIN policies p ON p.policy_key = v.policy_key
        """;

    private readonly ConcurrentDictionary<long, PublishedVersion> cache = new();

    /// <summary>The nodes that a device with this version must have; 0 = none.</summary>
    /// <exception cref="KeyNotFoundException">No version has this id, which indicates a bug.</exception>
    public async Task<CompiledPolicy> NodesAsync(long versionId, CancellationToken cancellationToken) =>
        versionId == 0 ? CompiledPolicy.Empty : (await GetAsync(versionId, cancellationToken)).Nodes;

    /// <summary>The published document; 0 = an empty document.</summary>
    /// <exception cref="KeyNotFoundException">No version has this id, which indicates a bug.</exception>
    public async Task<WrittenPolicy> DocumentAsync(long versionId, CancellationToken cancellationToken) =>
        versionId == 0 ? new WrittenPolicy() : (await GetAsync(versionId, cancellationToken)).Document;

    /// <exception cref="KeyNotFoundException">No version has this id, which indicates a bug.</exception>
    public async Task<PublishedVersion> GetAsync(long versionId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(versionId, out var version))
        {
            return version;
        }

        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>($"{Select} WHERE v.version_id = @versionId", new { versionId }),
            cancellationToken
        );
        return Cache(row ?? throw new KeyNotFoundException($"There is no version with the id {versionId}."));
    }

    public async Task<PublishedVersion?> FindAsync(long policyKey, int number, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    $"{Select} WHERE v.policy_key = @policyKey AND v.number = @number",
                    new { policyKey, number }
                ),
            cancellationToken
        );
        return row is null ? null : Cache(row);
    }

    /// <summary>The ids of all versions of a policy.</summary>
    public Task<IReadOnlySet<long>> IdsAsync(long policyKey, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlySet<long>>(
            async connection =>
                (
                    await connection.QueryAsync<long>(
                        "SELECT version_id FROM policy_versions WHERE policy_key = @policyKey",
                        new { policyKey }
                    )
                ).ToHashSet(),
            cancellationToken
        );

    /// <summary>A page of the history, newest first.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="beforeNumber">Only versions below this number; null = from the newest.</param>
    /// <param name="take">The maximum number of versions.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public Task<IReadOnlyList<VersionSummary>> SummariesAsync(
        long policyKey,
        int? beforeNumber,
        int take,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<VersionSummary>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<SummaryRow>(
                            """
                            SELECT number, version_id, published_at, published_by, reason, rolled_back_from, accepted
                            FROM policy_versions WHERE policy_key = @policyKey AND number < @below ORDER BY number DESC LIMIT @take
                            """,
                            new
                            {
                                policyKey,
                                below = beforeNumber ?? int.MaxValue,
                                take,
                            }
                        )
                    ).Select(row => row.ToSummary()),
                ],
            cancellationToken
        );

    /// <returns>The new version's id.</returns>
    /// <exception cref="System.Data.Common.DbException">A duplicate key when the number was used in the meantime.</exception>
    public Task<long> InsertAsync(Transaction transaction, long policyKey, PublishedVersion version, Guid publishedById) =>
        transaction.ScalarAsync<long>(
            """
            INSERT INTO policy_versions
                (policy_key, number, published_at, published_by, published_by_id, reason, rolled_back_from, accepted, document, nodes, compiler_options_hash)
            VALUES (@policyKey, @Number, @PublishedAt, @PublishedBy, @publishedById, @Reason, @RolledBackFrom, @accepted, @document,
                @nodes, @CompilerOptionsHash)
            RETURNING version_id
            """,
            new
            {
                policyKey,
                version.Number,
                version.PublishedAt,
                version.PublishedBy,
                publishedById,
                version.Reason,
                version.RolledBackFrom,
                accepted = JsonSerializer.Serialize(version.Accepted, WrittenPolicy.Json),
                document = PolicyDocument.Write(version.Document),
                nodes = JsonSerializer.Serialize(version.Nodes, WrittenPolicy.Json),
                version.CompilerOptionsHash,
            }
        );

    private PublishedVersion Cache(Row row)
    {
        if (cache.Count >= MaximumCachedVersions)
        {
            cache.Clear();
        }

        return cache.GetOrAdd(row.VersionId, static (_, row) => row.ToVersion(), row);
    }

    private sealed class SummaryRow
    {
        public required int Number { get; init; }

        public required long VersionId { get; init; }

        public required DateTimeOffset PublishedAt { get; init; }

        public required string PublishedBy { get; init; }

        public required string Reason { get; init; }

        public int? RolledBackFrom { get; init; }

        public required string Accepted { get; init; }

        public VersionSummary ToSummary() =>
            new()
            {
                Number = Number,
                VersionId = VersionId,
                PublishedAt = PublishedAt,
                PublishedBy = PublishedBy,
                Reason = Reason,
                RolledBackFrom = RolledBackFrom,
                Accepted = JsonSerializer.Deserialize<ValueList<AcceptedFinding>>(Accepted, WrittenPolicy.Json),
            };
    }

    private sealed class Row
    {
        public required long VersionId { get; init; }

        public required string PolicyId { get; init; }

        public required int Number { get; init; }

        public required DateTimeOffset PublishedAt { get; init; }

        public required string PublishedBy { get; init; }

        public required string Reason { get; init; }

        public int? RolledBackFrom { get; init; }

        public required string Accepted { get; init; }

        public required string Document { get; init; }

        public required string Nodes { get; init; }

        public required string CompilerOptionsHash { get; init; }

        public PublishedVersion ToVersion() =>
            new()
            {
                VersionId = VersionId,
                PolicyId = PolicyId,
                Number = Number,
                PublishedAt = PublishedAt,
                PublishedBy = PublishedBy,
                Reason = Reason,
                RolledBackFrom = RolledBackFrom,
                Accepted = JsonSerializer.Deserialize<ValueList<AcceptedFinding>>(Accepted, WrittenPolicy.Json),
                Document = PolicyDocument.Read(Document),
                Nodes = JsonSerializer.Deserialize<CompiledPolicy>(Nodes, WrittenPolicy.Json)!,
                CompilerOptionsHash = CompilerOptionsHash,
            };
    }
}

using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies;

/// <summary>
/// The published policies. Every check-in reads them, so they are cached: until a publication on this node, and for <see cref="Freshness"/>
/// at most, which is also the delay until a publication on another node is visible here.
/// </summary>
internal sealed class ActivePolicyCache(Database database, VersionStore versions, TimeProvider time)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly SingleFlight<IReadOnlyList<ActivePolicy>> loads = new();
    private Snapshot? snapshot;
    private int generation;

    /// <summary>The published policies, oldest first.</summary>
    public async ValueTask<IReadOnlyList<ActivePolicy>> GetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref snapshot) is { } cached && time.GetElapsedTime(cached.ReadAt) < Freshness)
        {
            return cached.Heads;
        }

        var before = Volatile.Read(ref generation);
        return await loads.RunAsync(before, () => LoadAsync(before), cancellationToken);
    }

    /// <summary>Clears the cache. Every commit that changes which versions are in force calls this.</summary>
    public void Invalidate()
    {
        Interlocked.Increment(ref generation);
        Volatile.Write(ref snapshot, null);
    }

    private async Task<IReadOnlyList<ActivePolicy>> LoadAsync(int before)
    {
        var fresh = new Snapshot(await ReadAsync(CancellationToken.None), time.GetTimestamp());

        // A read that overlapped a publication may hold the old state: it is valid for callers from before the publication, but is not
        // cached.
        if (before == Volatile.Read(ref generation))
        {
            Volatile.Write(ref snapshot, fresh);
            if (before != Volatile.Read(ref generation))
            {
                Volatile.Write(ref snapshot, null);
            }
        }

        return fresh.Heads;
    }

    private async Task<IReadOnlyList<ActivePolicy>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Row>(
                        """
                        SELECT p.policy_key, p.policy_id, p.name, h.version_id, h.number
                        FROM policy_heads h JOIN policies p ON p.policy_key = h.policy_key ORDER BY p.policy_key
                        """
                    )
                ).AsList(),
            cancellationToken
        );
        var heads = new List<ActivePolicy>(rows.Count);
        foreach (var row in rows)
        {
            var version = await versions.GetAsync(row.VersionId, cancellationToken);
            heads.Add(
                new ActivePolicy
                {
                    PolicyKey = row.PolicyKey,
                    PolicyId = row.PolicyId,
                    Name = row.Name,
                    VersionId = row.VersionId,
                    Number = row.Number,
                    Assignment = version.Document.Assignment,
                    EnforcesWip = version.Nodes.EnforcesWip,
                }
            );
        }

        return heads;
    }

    private sealed record Snapshot(IReadOnlyList<ActivePolicy> Heads, long ReadAt);

    private sealed class Row
    {
        public required long PolicyKey { get; init; }

        public required string PolicyId { get; init; }

        public required string Name { get; init; }

        public required long VersionId { get; init; }

        public required int Number { get; init; }
    }
}

using Dapper;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions.Impact;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// Counts and lists the devices that an assignment applies to. The database does the work, so that memory use does not grow with the fleet.
/// </summary>
internal sealed class FleetAudience(Database database, TimeProvider time)
{
    /// <summary>Counts the devices that get the assignment, by their properties.</summary>
    /// <param name="audience">The assignment and those with a higher priority.</param>
    /// <param name="versionsWithoutRevocation">The versions in use that configure PCs to retain their keys on MDM handoff.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<FleetFacts> CountAsync(Audience audience, long[] versionsWithoutRevocation, CancellationToken ct)
    {
        var sql = new AudienceSql(database.Dialect);
        var where = sql.Gets(audience.Rule, audience.Before);
        return await database.ReadAsync(
            c => AudienceCounts.CountAsync(c, database.Dialect, where, sql.Values, versionsWithoutRevocation, time.GetUtcNow(), ct),
            ct
        );
    }

    /// <summary>
    /// Groups the same devices by acknowledged version, Windows build and edition, and whether they checked in since
    /// <paramref name="staleBefore"/>.
    /// </summary>
    public async Task<IReadOnlyList<DeviceGroup>> GroupAsync(Audience audience, DateTimeOffset staleBefore, CancellationToken ct)
    {
        const string stale = $"CASE WHEN {DeviceSql.LastContact} < @silentBefore THEN 1 ELSE 0 END";
        var sql = new AudienceSql(database.Dialect);
        sql.Values.Add("silentBefore", staleBefore.ToUnixTimeMilliseconds());
        var rows = await database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<GroupRow>(
                        new CommandDefinition(
                            $"""
                            SELECT s.acknowledged, e.os_build, e.os_edition, {stale} AS silent, count(*) AS devices
                            FROM enrollments e JOIN device_state s ON s.enrollment_key = e.enrollment_key
                            WHERE e.ended_at IS NULL AND {sql.Gets(audience.Rule, audience.Before)}
                            GROUP BY s.acknowledged, e.os_build, e.os_edition, {stale} ORDER BY s.acknowledged, e.os_build,
                                e.os_edition, {stale}
                            """,
                            sql.Values,
                            cancellationToken: ct
                        )
                    )
                ).AsList(),
            ct
        );
        return [.. rows.Select(r => new DeviceGroup(r.Acknowledged, (int?)r.OsBuild, (int?)r.OsEdition, r.Silent == 1, (int)r.Devices))];
    }

    /// <summary>Counts the matching devices with filters, without filters and in common with each competing policy, in one query.</summary>
    /// <param name="settings">The assignment.</param>
    /// <param name="competing">The other published policies, and whether they have a higher priority or only their age decides.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<AssignmentFacts> FactsAsync(
        AssignmentSettings settings,
        IReadOnlyList<(AssignmentCandidate Candidate, bool ComesFirst, bool ByAgeAlone)> competing,
        CancellationToken ct
    )
    {
        var sql = new AudienceSql(database.Dialect);
        var matches = sql.Matches(AssignmentRule.Of(settings));
        var columns = competing
            .Select((r, i) => $", count(*) FILTER (WHERE {matches} AND {sql.Matches(r.Candidate.Rule)}) AS both_{i}")
            .ToArray();
        var query = $"""
            SELECT count(*) FILTER (WHERE {matches}) AS matching, count(*) FILTER (WHERE {sql.Matches(
                AssignmentRule.WithoutFilters(settings)
            )}) AS without_filters
            {string.Concat(columns)}
            FROM enrollments e WHERE e.ended_at IS NULL
            """;
        var row =
            (IDictionary<string, object>)
                await database.ReadAsync(c => c.QuerySingleAsync(new CommandDefinition(query, sql.Values, cancellationToken: ct)), ct);
        return new AssignmentFacts(
            Count("matching"),
            Count("without_filters"),
            competing
                .Select((r, i) => new CompetingPolicy(r.Candidate.Name, Count($"both_{i}"), r.ComesFirst, r.ByAgeAlone))
                .Where(r => r.Both > 0)
                .ToValueList()
        );

        int Count(string column) => Convert.ToInt32(row[column], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A page of the matching devices, sorted by the name of the person.</summary>
    /// <param name="audience">The assignment and those with a higher priority.</param>
    /// <param name="part">Which of the matching devices are listed.</param>
    /// <param name="after">The name and key of the last device of the previous page; null for the first page.</param>
    /// <param name="take">The maximum number of devices.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<IReadOnlyList<AudienceMember>> ListAsync(
        Audience audience,
        AudiencePart part,
        (string Name, long Key)? after,
        int take,
        CancellationToken ct
    )
    {
        var sql = new AudienceSql(database.Dialect);
        var where = PartOf(sql, audience, part);
        sql.Values.Add("take", take);
        if (after is { } last)
        {
            sql.Values.Add("name", last.Name);
            sql.Values.Add("key", last.Key);
            where += " AND (e.sort_name, e.enrollment_key) > (@name, @key)";
        }

        return await database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<AudienceMember>(
                        new CommandDefinition(
                            $"""
                            SELECT e.enrollment_key, e.sort_name FROM enrollments e
                            WHERE e.ended_at IS NULL AND {where} ORDER BY e.sort_name, e.enrollment_key LIMIT @take
                            """,
                            sql.Values,
                            cancellationToken: ct
                        )
                    )
                ).AsList(),
            ct
        );
    }

    /// <summary>The total number of devices in a part of the audience.</summary>
    public Task<long> TotalAsync(Audience audience, AudiencePart part, CancellationToken ct)
    {
        var sql = new AudienceSql(database.Dialect);
        var where = PartOf(sql, audience, part);
        return database.ReadAsync(
            c =>
                c.ExecuteScalarAsync<long>(
                    new CommandDefinition(
                        $"SELECT count(*) FROM enrollments e WHERE e.ended_at IS NULL AND {where}",
                        sql.Values,
                        cancellationToken: ct
                    )
                ),
            ct
        );
    }

    private static string PartOf(AudienceSql sql, Audience audience, AudiencePart part) =>
        part == AudiencePart.Getting
            ? sql.Gets(audience.Rule, audience.Before)
            : $"{sql.Matches(audience.Rule)} AND NOT {sql.Gets(audience.Rule, audience.Before)}";

    private sealed class GroupRow
    {
        public required long Acknowledged { get; init; }
        public long? OsBuild { get; init; }
        public long? OsEdition { get; init; }
        public required long Silent { get; init; }
        public required long Devices { get; init; }
    }
}

using System.Data.Common;
using Dapper;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Counts an audience in one query, which returns at most a dozen rows regardless of the number of PCs.</summary>
internal static class AudienceCounts
{
    // MAM supports Home editions; WIP under MDM does not.
    private static readonly long[] HomeEditions = [.. Editions.NumbersOf([EditionFamily.Home]).Select(number => (long)number)];

    /// <param name="connection">The connection of the query.</param>
    /// <param name="dialect">The SQL dialect of the connection.</param>
    /// <param name="where">The condition over <c>enrollments e</c>. It becomes part of the SQL, so it must never contain external
    /// input.</param>
    /// <param name="parameters">The parameters of the condition.</param>
    /// <param name="versionsWithoutRevocation">The versions in use that configure PCs to retain their keys on MDM handoff.</param>
    /// <param name="now">The current time, from which stale devices are determined.</param>
    /// <param name="ct">Cancels the count.</param>
    public static async Task<FleetFacts> CountAsync(
        DbConnection connection,
        Dialect dialect,
        string where,
        object parameters,
        long[] versionsWithoutRevocation,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var all = new DynamicParameters(parameters);
        all.AddDynamicParams(
            new
            {
                home = HomeEditions,
                keeping = versionsWithoutRevocation,
                withoutWip = DeviceCapability.FirstBuildWithoutWip,
                withMam = CspNode.FirstBuildWithMam,
                revoke = EnterpriseDataProtectionCsp.RevokeOnMDMHandoff.Uri,
                silentSince = now.AddDays(-FleetFacts.StaleAfterDays).ToUnixTimeMilliseconds(),
            }
        );
        var rows = (
            await connection.QueryAsync<Row>(
                new CommandDefinition(
                    $"""
                    SELECT is_home, is_too_old, keeps_keys, count(*) AS devices,
                        count(*) FILTER (WHERE os_edition IS NULL) AS unknown_editions,
                        count(*) FILTER (WHERE os_build >= @withoutWip) AS without_wip,
                        count(*) FILTER (WHERE os_build IS NULL) AS unknown_builds,
                        count(*) FILTER (WHERE drive IN ('0', 'false')) AS unencrypted,
                        count(*) FILTER (WHERE drive IN ('1', 'true')) AS encrypted,
                        count(*) FILTER (WHERE spoke_at < @silentSince) AS silent
                    FROM (
                        SELECT e.os_edition, e.os_build, {DeviceSql.LastContact} AS spoke_at,
                            lower(trim({dialect.JsonText("f.document", DeviceStatusCsp.EncryptionCompliance.Uri)})) AS drive,
                            CASE WHEN {dialect.AnyOf("e.os_edition", "home")} THEN 1 ELSE 0 END AS is_home,
                            CASE WHEN e.os_build < @withMam THEN 1 ELSE 0 END AS is_too_old,
                            CASE WHEN {RetainsKeys(dialect)} THEN 1 ELSE 0 END AS keeps_keys
                        FROM enrollments e
                        JOIN device_state s ON s.enrollment_key = e.enrollment_key
                        LEFT JOIN device_facts f ON f.enrollment_key = e.enrollment_key
                        WHERE e.ended_at IS NULL AND {where}
                    ) AS told
                    GROUP BY is_home, is_too_old, keeps_keys
                    """,
                    all,
                    cancellationToken: ct
                )
            )
        ).AsList();
        return new FleetFacts((int)rows.Sum(r => r.Devices), (int)rows.Where(r => r.IsHome == 1).Sum(r => r.Devices))
        {
            UnknownEditions = (int)rows.Sum(r => r.UnknownEditions),
            WithoutWip = (int)rows.Sum(r => r.WithoutWip),
            UnknownBuilds = (int)rows.Sum(r => r.UnknownBuilds),
            TooOld = (int)rows.Where(r => r.IsTooOld == 1).Sum(r => r.Devices),
            Unencrypted = (int)rows.Sum(r => r.Unencrypted),
            Encrypted = (int)rows.Sum(r => r.Encrypted),
            RetainKeysOnHandoff = (int)rows.Where(r => r.KeepsKeys == 1).Sum(r => r.Devices),
            Stale = (int)rows.Sum(r => r.Silent),
            Groups = rows.Select(r => new FleetGroup(r.IsHome == 1, r.IsTooOld == 1, r.KeepsKeys == 1, (int)r.Devices)).ToValueList(),
        };
    }

    /// <summary>
    /// The condition for a node that is read back as 0: the acknowledged version sets 0, no other version is being sent, no setting error
    /// or drift is recorded for the node, and the node was read back after the acknowledgement, either because it changed or in a full
    /// read.
    /// </summary>
    private static string RetainsKeys(Dialect dialect) =>
        $"""
            {dialect.AnyOf("s.acknowledged", "keeping")} AND s.sent = s.acknowledged
                            AND NOT EXISTS (SELECT 1 FROM device_deviations d WHERE d.enrollment_key = e.enrollment_key
                                AND d.loc_uri = @revoke)
                            AND (s.read_at >= s.acknowledged_at
                                OR EXISTS (SELECT 1 FROM acknowledgements a WHERE a.enrollment_key = e.enrollment_key
                                    AND a.version_id = s.acknowledged AND a.read_at IS NOT NULL))
            """;

    private sealed class Row
    {
        public required int IsHome { get; init; }
        public required int IsTooOld { get; init; }
        public required int KeepsKeys { get; init; }
        public required long Devices { get; init; }
        public required long UnknownEditions { get; init; }
        public required long WithoutWip { get; init; }
        public required long UnknownBuilds { get; init; }
        public required long Unencrypted { get; init; }
        public required long Encrypted { get; init; }
        public required long Silent { get; init; }
    }
}

using Dapper;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Devices;

/// <summary>
/// Counts the enrolled devices by state, in one pass over their rows: assignments and staleness change without a write to any row, so a
/// stored counter cannot track them.
/// </summary>
internal sealed class FleetStates(Database database, ActivePolicyCache activePolicies, FleetCounters counters, TimeProvider time)
{
    public async Task<FleetOverview> GetAsync(CancellationToken ct)
    {
        var sql = new DeviceStateSql(database.Dialect, await activePolicies.GetAsync(ct), time.GetUtcNow());
        var rows = await database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<Row>(
                        new CommandDefinition(
                            $"""
                            SELECT state, was_read, enforces, count(*) AS devices FROM (
                                SELECT {sql.State} AS state, s.was_read, {DeviceSql.EnforcesWip} AS enforces
                                FROM enrollments e JOIN device_state s ON s.enrollment_key = e.enrollment_key
                                WHERE e.ended_at IS NULL) AS enrolled
                            GROUP BY state, was_read, enforces
                            """,
                            sql.Values,
                            cancellationToken: ct
                        )
                    )
                ).AsList(),
            ct
        );
        return new FleetOverview
        {
            States = rows.GroupBy(r => (DeviceState)r.State).ToDictionary(g => g.Key, g => g.Sum(r => r.Devices)),
            ReadBack = rows.Where(r => (DeviceState)r.State == DeviceState.UpToDate && r.WasRead).Sum(r => r.Devices),
            CanEnforceWip = rows.Where(r => r.Enforces == 1).Sum(r => r.Devices),
            Versions = await counters.VersionsAsync(ct),
        };
    }

    private sealed class Row
    {
        public required int State { get; init; }
        public required bool WasRead { get; init; }
        public required int Enforces { get; init; }
        public required long Devices { get; init; }
    }
}

using Dapper;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Counts the devices that an assignment would reach.</summary>
internal sealed class FleetAudience(Database database)
{
    // Home, Home N, Home single language (protocol.md §1.3): MAM takes them, WIP under MDM does not.
    private static readonly long[] HomeEditions = [98, 99, 100, 101];

    /// <param name="assignment">Who would get it.</param>
    /// <param name="named">People whom older policies name, in lower case: they get those.</param>
    /// <param name="everyoneTaken">Whether an older policy is for everyone already.</param>
    /// <param name="ct">Cancels the count.</param>
    public async Task<FleetFacts> CountAsync(AssignmentSettings assignment, IReadOnlyCollection<string> named, bool everyoneTaken, CancellationToken ct)
    {
        var people = assignment.People.Select(p => p.Trim().ToLowerInvariant()).Distinct().ToArray();
        var (where, names) = assignment.To switch
        {
            AssignmentKind.People => (database.Dialect.AnyOf("lower(upn)", "names"), people.Except(named).ToArray()),
            AssignmentKind.Everyone when !everyoneTaken => ($"NOT ({database.Dialect.AnyOf("lower(upn)", "names")})", named.ToArray()),
            _ => ("FALSE", []),
        };
        var counts = await database.ReadAsync(c => c.QuerySingleAsync<Row>(new CommandDefinition(
            $"""
            SELECT count(*) AS devices, count(*) FILTER (WHERE {database.Dialect.AnyOf("os_edition", "home")}) AS home_editions
            FROM enrollments WHERE ended_at IS NULL AND {where}
            """, new { names, home = HomeEditions }, cancellationToken: ct)), ct);
        return new FleetFacts((int)counts.Devices, (int)counts.HomeEditions);
    }

    private sealed class Row
    {
        public required long Devices { get; init; }
        public required long HomeEditions { get; init; }
    }
}

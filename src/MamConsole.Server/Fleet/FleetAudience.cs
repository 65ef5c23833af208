using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Counts the devices that an assignment would reach.</summary>
internal sealed class FleetAudience(Database database, TimeProvider time)
{
    /// <param name="assignment">Who would get it.</param>
    /// <param name="named">People whom older policies name, in lower case: they get those.</param>
    /// <param name="everyoneTaken">Whether an older policy is for everyone already.</param>
    /// <param name="keeping">The versions in use that tell PCs to keep their keys on the move to MDM.</param>
    /// <param name="ct">Cancels the count.</param>
    public async Task<FleetFacts> CountAsync(AssignmentSettings assignment, IReadOnlyCollection<string> named, bool everyoneTaken, long[] keeping, CancellationToken ct)
    {
        var people = assignment.People.Select(p => p.Trim().ToLowerInvariant()).Distinct().ToArray();
        var (where, names) = assignment.To switch
        {
            AssignmentKind.People => (database.Dialect.AnyOf("lower(e.upn)", "names"), people.Except(named).ToArray()),
            AssignmentKind.Everyone when !everyoneTaken => ($"NOT ({database.Dialect.AnyOf("lower(e.upn)", "names")})", named.ToArray()),
            _ => ("FALSE", []),
        };
        return await database.ReadAsync(c => AudienceCounts.CountAsync(c, database.Dialect, where, new { names }, keeping, time.GetUtcNow(), ct), ct);
    }
}

using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Policies;

/// <summary>Counts the devices that a policy would reach beside the other published ones: the oldest wins, and who is named beats everyone.</summary>
internal sealed class PolicyAudience(FleetAudience fleet, PolicyHeads heads, KeepingVersions keeping)
{
    public async Task<FleetFacts?> CountAsync(AssignmentSettings assignment, string policyId, CancellationToken ct)
    {
        var published = await heads.GetAsync(ct);
        var own = published.FirstOrDefault(h => h.PolicyId == policyId)?.PolicyKey ?? long.MaxValue;
        var others = published.Where(h => h.PolicyId != policyId).ToArray();
        var older = others.Where(h => h.PolicyKey < own).ToArray();

        // A named person is lost to any older policy that names them; for everyone, to any policy at all that does.
        var named = (assignment.To == AssignmentKind.People ? older : others)
            .Where(h => h.Assignment.To == AssignmentKind.People)
            .SelectMany(h => h.Assignment.People)
            .Select(p => p.Trim().ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        return await fleet.CountAsync(assignment, named, older.Any(h => h.Assignment.To == AssignmentKind.Everyone), await keeping.ListAsync(ct), ct);
    }
}

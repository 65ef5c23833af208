using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Versions.Impact;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Policies;

/// <summary>The devices that a policy would reach next to the other published policies; see <see cref="AssignmentRank"/>.</summary>
internal sealed class PolicyAudience(
    FleetAudience fleet,
    ActivePolicyCache activePolicies,
    PolicyStore policies,
    VersionsWithoutKeyRevocation versionsWithoutRevocation
)
{
    public async Task<FleetFacts?> CountAsync(AssignmentSettings assignment, string policyId, CancellationToken ct)
    {
        var (own, others) = await BesideAsync(assignment, policyId, ct);
        var facts = await fleet.CountAsync(Of(own, others), await versionsWithoutRevocation.ListAsync(ct), ct);
        var competing = others
            .Where(o => o.Rule.IsForSomebody)
            .OrderBy(o => o.Rank)
            .Select(o => (o, o.Rank < own.Rank, o.Rank.TiesWith(own.Rank)))
            .ToArray();
        return facts with { Assignment = own.Rule.IsForSomebody ? await fleet.FactsAsync(assignment, competing, ct) : null };
    }

    /// <summary>
    /// The devices that would get the policy, grouped by acknowledged version, build, edition and whether they are stale.
    /// </summary>
    public async Task<IReadOnlyList<DeviceGroup>> GroupAsync(
        AssignmentSettings assignment,
        string policyId,
        DateTimeOffset staleBefore,
        CancellationToken ct
    ) => await fleet.GroupAsync(await OfAsync(assignment, policyId, ct), staleBefore, ct);

    /// <summary>The audience of an assignment of this policy next to the published assignments of the others.</summary>
    public async Task<Audience> OfAsync(AssignmentSettings assignment, string policyId, CancellationToken ct)
    {
        var (own, others) = await BesideAsync(assignment, policyId, ct);
        return Of(own, others);
    }

    private static Audience Of(AssignmentCandidate own, IEnumerable<AssignmentCandidate> others) =>
        new(own.Rule, [.. others.Where(o => o.Rank < own.Rank).Select(o => o.Rule)]);

    private async Task<(AssignmentCandidate Own, IReadOnlyList<AssignmentCandidate> Others)> BesideAsync(
        AssignmentSettings assignment,
        string policyId,
        CancellationToken ct
    )
    {
        // The age of a policy is that of the policy, not of its first version; a policy that does not exist yet counts as the newest.
        var stored = await policies.FindAsync(policyId, ct);
        var own = new AssignmentCandidate(stored?.Name ?? "", stored?.Key ?? long.MaxValue, AssignmentRule.Of(assignment));
        return (own, [.. (await activePolicies.GetAsync(ct)).Where(h => h.PolicyId != policyId).Select(h => h.Candidate)]);
    }
}

using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Versions.Impact;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Policies;

/// <summary>The devices that a policy would reach beside the other published ones: see <see cref="AssignmentRank"/>.</summary>
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
    /// The devices that would get it, by the version that they acknowledged, their build, their edition and whether they are silent.
    /// </summary>
    public async Task<IReadOnlyList<DeviceGroup>> GroupAsync(
        AssignmentSettings assignment,
        string policyId,
        DateTimeOffset staleBefore,
        CancellationToken ct
    ) => await fleet.GroupAsync(await OfAsync(assignment, policyId, ct), staleBefore, ct);

    /// <summary>The assignment as this policy's, beside the published ones of the others.</summary>
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
        // A policy is as old as itself, not as its first version; one that does not exist yet would be the newest.
        var stored = await policies.FindAsync(policyId, ct);
        var own = new AssignmentCandidate(stored?.Name ?? "", stored?.Key ?? long.MaxValue, AssignmentRule.Of(assignment));
        return (own, [.. (await activePolicies.GetAsync(ct)).Where(h => h.PolicyId != policyId).Select(h => h.Candidate)]);
    }
}

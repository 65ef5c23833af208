using MamConsole.PolicyEngine.HandoffReadiness;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>
/// Checks what an MDM handoff would do to work files on the PCs that a policy reaches (docs/reference/handoff.md §5). Requires
/// <see cref="Ability.ReadPolicies"/>.
/// </summary>
internal sealed class HandoffQueries(PolicyQueries policies, CountAudience countAudience)
{
    /// <summary>The check-list of four items, its summary and the decision rows behind it, for the saved draft.</summary>
    public async Task<Outcome<HandoffCheck>> CheckAsync(Administrator who, string policyId, CancellationToken cancellationToken) =>
        await (await policies.GetAsync(who, policyId, cancellationToken)).Match(
            async policy =>
                (Outcome<HandoffCheck>)
                    HandoffCheck.Of(policy.Draft, await countAudience(policy.Draft.Assignment, policyId, cancellationToken)),
            problem => Task.FromResult<Outcome<HandoffCheck>>(problem)
        );
}

using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Versions.Impact;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>
/// Counts what publishing would change on the PCs. Each call counts the audience again: call it when a page opens, not on each keystroke.
/// </summary>
internal sealed class ImpactQueries(
    PolicyStore policies,
    VersionStore versions,
    PolicyAudience audience,
    FleetCounters counters,
    TimeProvider time
)
{
    /// <param name="who">The signed-in administrator; requires <see cref="Ability.ReadPolicies"/>.</param>
    /// <param name="policyId">The policy.</param>
    /// <param name="what">What would be published: the draft or an earlier version.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The counted impact, or <see cref="NotAllowed"/>, <see cref="NotFound"/>.</returns>
    public async Task<Outcome<ImpactForecast>> CountAsync(
        Administrator who,
        string policyId,
        VersionSelector what,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        if (await policies.FindAsync(policyId, cancellationToken) is not { } policy)
        {
            return new NotFound("This policy");
        }

        if (what.Number is not { } number)
        {
            return await CountAsync(policy, policy.Draft, cancellationToken);
        }

        return await versions.FindAsync(policy.Key, number, cancellationToken) is { } version
            ? await CountAsync(policy, version.Document, cancellationToken)
            : new NotFound($"Version {number}");
    }

    private async Task<ImpactForecast> CountAsync(StoredPolicy policy, WrittenPolicy document, CancellationToken cancellationToken)
    {
        var groups = await audience.GroupAsync(
            document.Assignment,
            policy.PolicyId,
            time.GetUtcNow() - FleetCounters.StaleAfter,
            cancellationToken
        );
        var documents = new Dictionary<long, WrittenPolicy>();
        foreach (var id in groups.Select(group => group.VersionId).Where(id => id != 0).Distinct())
        {
            documents[id] = await versions.DocumentAsync(id, cancellationToken);
        }

        return PolicyImpacts.Count(groups, documents, document, await RemovedFromAsync(policy, groups, cancellationToken));
    }

    /// <summary>The number of PCs that have a version of this policy and are not among those that would get it.</summary>
    private async Task<int> RemovedFromAsync(StoredPolicy policy, IReadOnlyList<DeviceGroup> groups, CancellationToken cancellationToken)
    {
        var own = await versions.IdsAsync(policy.Key, cancellationToken);
        var current = (await counters.VersionsAsync(cancellationToken)).Where(v => own.Contains(v.VersionId)).Sum(v => v.Devices);
        return (int)Math.Max(0, current - groups.Where(group => own.Contains(group.VersionId)).Sum(group => (long)group.Devices));
    }
}

using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Server.Access;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Secrets;

namespace MamConsole.Server.Policies;

/// <summary>Reads policies, versions and reviews. All methods require <see cref="Ability.ReadPolicies"/>.</summary>
internal sealed class PolicyQueries(
    PolicyStore policies,
    VersionStore versions,
    PolicyRules rules,
    ExchangePolicyStore exchange,
    SecretStore secrets,
    CountAudience countAudience
)
{
    /// <summary>The maximum number of versions on one page.</summary>
    public const int MaximumTake = 200;

    /// <summary>All policies, oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<PolicyListItem>>> ListAsync(Administrator who, CancellationToken cancellationToken)
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        var items = new List<PolicyListItem>();
        foreach (var policy in await policies.ListAsync(cancellationToken))
        {
            var published = await PublishedAsync(policy, cancellationToken);
            items.Add(
                new PolicyListItem
                {
                    PolicyId = policy.PolicyId,
                    Name = policy.Name,
                    PublishedNumber = published?.Number,
                    VersionId = published?.VersionId,
                    PublishedAt = published?.PublishedAt,
                    PublishedBy = published?.PublishedBy,
                    HasUnpublishedChanges = policy.Draft != published?.Document,
                    Assignment = (published?.Document ?? policy.Draft).Assignment,
                    DraftRevision = policy.DraftRevision,
                    DraftSavedAt = policy.DraftSavedAt,
                    RecoveryEndsAt = published is null ? null : RecoveryExpiry.Of(published.Document.InformationProtection)?.EndsAt,
                }
            );
        }

        return new Outcome<IReadOnlyList<PolicyListItem>>.Done(items);
    }

    public Task<Outcome<PolicyDetail>> GetAsync(Administrator who, string policyId, CancellationToken cancellationToken) =>
        ForAsync<PolicyDetail>(
            who,
            policyId,
            async policy => policy.ToDetail(await PublishedAsync(policy, cancellationToken)),
            cancellationToken
        );

    /// <summary>Reviews the saved draft as if it were published now.</summary>
    public Task<Outcome<DraftReview>> ReviewAsync(Administrator who, string policyId, CancellationToken cancellationToken) =>
        ReviewAsync(who, policyId, null, cancellationToken);

    /// <summary>Reviews the given draft, saved or not, as if it were published now.</summary>
    public Task<Outcome<DraftReview>> ReviewAsync(
        Administrator who,
        string policyId,
        WrittenPolicy? draft,
        CancellationToken cancellationToken
    ) =>
        ForAsync<DraftReview>(
            who,
            policyId,
            async policy =>
            {
                var reviewed = draft ?? policy.Draft;
                var fleet = await countAudience(reviewed.Assignment, policy.PolicyId, cancellationToken);
                return rules.Review(
                    reviewed,
                    policy.ToDetail(await PublishedAsync(policy, cancellationToken)),
                    fleet,
                    (await exchange.CurrentAsync(cancellationToken)).Elements,
                    (await secrets.KnownAsync(cancellationToken)).Ids
                );
            },
            cancellationToken
        );

    /// <summary>Reviews a draft without a database query, for the form while a person types.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="recorded">The recorded Exchange policy; null = not considered.</param>
    /// <param name="fleet">Facts about the PCs that would get it, as counted before; null = not considered.</param>
    /// <param name="known">The stored secrets; null = not considered.</param>
    public DraftReview Review(
        WrittenPolicy draft,
        PolicyDetail policy,
        EasPolicy? recorded = null,
        FleetFacts? fleet = null,
        IReadOnlySet<Guid>? known = null
    ) => rules.Review(draft, policy, fleet, recorded, known);

    /// <summary>The history, newest first.</summary>
    /// <param name="who">The signed-in administrator.</param>
    /// <param name="policyId">The policy.</param>
    /// <param name="beforeNumber">Only versions below this number: the last number of the previous page; null = from the newest.</param>
    /// <param name="take">1 to <see cref="MaximumTake"/>; a greater value is reduced to it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public Task<Outcome<IReadOnlyList<VersionSummary>>> VersionsAsync(
        Administrator who,
        string policyId,
        int? beforeNumber,
        int take,
        CancellationToken cancellationToken
    ) =>
        ForAsync<IReadOnlyList<VersionSummary>>(
            who,
            policyId,
            async policy => new Outcome<IReadOnlyList<VersionSummary>>.Done(
                await versions.SummariesAsync(policy.Key, beforeNumber, Math.Clamp(take, 1, MaximumTake), cancellationToken)
            ),
            cancellationToken
        );

    public Task<Outcome<PublishedVersion>> VersionAsync(Administrator who, VersionRef version, CancellationToken cancellationToken) =>
        ForAsync(who, version.PolicyId, policy => FindAsync(policy, version.Number, cancellationToken), cancellationToken);

    /// <summary>The changes between any two versions as text; 0 = an empty document.</summary>
    public Task<Outcome<ChangeList>> CompareAsync(
        Administrator who,
        string policyId,
        int from,
        int to,
        CancellationToken cancellationToken
    ) => CompareAsync(who, policyId, new VersionSelector(from), new VersionSelector(to), cancellationToken);

    /// <summary>The changes between any two versions as text, where either side may be the draft.</summary>
    public Task<Outcome<ChangeList>> CompareAsync(
        Administrator who,
        string policyId,
        VersionSelector from,
        VersionSelector to,
        CancellationToken cancellationToken
    ) =>
        ForAsync(
            who,
            policyId,
            async policy =>
                await (await DocumentAsync(policy, from, cancellationToken)).Match(
                    async before =>
                        (await DocumentAsync(policy, to, cancellationToken)).Match<Outcome<ChangeList>>(
                            after => PolicyDiff.Compare(from.Number == 0 ? null : before, after),
                            problem => problem
                        ),
                    problem => Task.FromResult<Outcome<ChangeList>>(problem)
                ),
            cancellationToken
        );

    private async Task<Outcome<T>> ForAsync<T>(
        Administrator who,
        string policyId,
        Func<StoredPolicy, Task<Outcome<T>>> answer,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        return await policies.FindAsync(policyId, cancellationToken) is { } policy ? await answer(policy) : new NotFound("This policy");
    }

    private async Task<PublishedVersion?> PublishedAsync(StoredPolicy policy, CancellationToken cancellationToken) =>
        policy.VersionId is { } id ? await versions.GetAsync(id, cancellationToken) : null;

    private async Task<Outcome<PublishedVersion>> FindAsync(StoredPolicy policy, int number, CancellationToken cancellationToken) =>
        await versions.FindAsync(policy.Key, number, cancellationToken) is { } version ? version : new NotFound($"Version {number}");

    private async Task<Outcome<WrittenPolicy>> DocumentAsync(
        StoredPolicy policy,
        VersionSelector selector,
        CancellationToken cancellationToken
    ) =>
        selector.Number is not { } number ? policy.Draft
        : number == 0 ? new WrittenPolicy()
        : (await FindAsync(policy, number, cancellationToken)).Match<Outcome<WrittenPolicy>>(
            version => version.Document,
            problem => problem
        );
}

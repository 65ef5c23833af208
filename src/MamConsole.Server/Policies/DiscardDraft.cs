using MamConsole.PolicyEngine.Authoring;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies;

/// <summary>Resets the draft to the version in force, or to an empty document when nothing is published.</summary>
internal sealed class DiscardDraft(Database database, PolicyStore policies, VersionStore versions, AuditTrail trail, TimeProvider time)
{
    /// <returns>The new revision of the draft, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="DraftConflict"/>.</returns>
    public async Task<Outcome<int>> ExecuteAsync(
        Administrator who,
        string policyId,
        int expectedRevision,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.EditPolicies) is { } lacks)
        {
            return lacks;
        }

        return await database.WriteAsync<Outcome<int>>(
            async transaction =>
            {
                if (await policies.FindAsync(transaction, policyId) is not { } policy)
                {
                    return new NotFound("This policy");
                }

                if (policy.DraftRevision != expectedRevision)
                {
                    return new DraftConflict(expectedRevision, policy.DraftRevision, policy.DraftSavedBy);
                }

                var published = policy.VersionId is { } id ? await versions.DocumentAsync(id, CancellationToken.None) : new WrittenPolicy();
                if (policy.Draft == published)
                {
                    return expectedRevision;
                }

                if (!await policies.ReplaceDraftAsync(transaction, policy.Key, expectedRevision, published, time.GetInstant(), who.Name))
                {
                    var winner = await policies.FindAsync(transaction, policyId);
                    return new DraftConflict(expectedRevision, winner!.DraftRevision, winner.DraftSavedBy);
                }

                await trail.Append(
                    transaction,
                    new AuditEvent.DraftDiscarded(
                        policy.PolicyId,
                        policy.Name,
                        expectedRevision,
                        DocumentChange.Between(policy.Draft, published)
                    )
                    {
                        Actor = who.AsActor(),
                    }
                );
                return expectedRevision + 1;
            },
            cancellationToken
        );
    }
}

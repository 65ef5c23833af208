using MamConsole.PolicyEngine.Authoring;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies;

/// <summary>Saves a draft with valid or invalid values, if it was not saved by another person in the meantime.</summary>
internal sealed class SaveDraft(Database database, PolicyStore policies, AuditTrail trail, TimeProvider time)
{
    /// <returns>
    /// The draft's revision: a new one, or the same when nothing changed; otherwise <see cref="NotAllowed"/>, <see cref="NotFound"/>,
    /// <see cref="DraftConflict"/>, <see cref="DocumentTooLarge"/>, <see cref="UnencryptedKey"/>.
    /// </returns>
    public async Task<Outcome<int>> ExecuteAsync(
        Administrator who,
        string policyId,
        int expectedRevision,
        WrittenPolicy draft,
        CancellationToken cancellationToken
    )
    {
        if ((who.Lacks(Ability.EditPolicies) ?? PolicyDocument.Unstorable(draft)) is { } problem)
        {
            return problem;
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

                if (policy.Draft == draft)
                {
                    return expectedRevision;
                }

                if (!await policies.ReplaceDraftAsync(transaction, policy.Key, expectedRevision, draft, time.GetInstant(), who.Name))
                {
                    var winner = await policies.FindAsync(transaction, policyId);
                    return new DraftConflict(expectedRevision, winner!.DraftRevision, winner.DraftSavedBy);
                }

                var revision = expectedRevision + 1;
                await trail.Append(
                    transaction,
                    new AuditEvent.DraftSaved(policy.PolicyId, policy.Name, revision, DocumentChange.Between(policy.Draft, draft))
                    {
                        Actor = who.AsActor(),
                    }
                );
                return revision;
            },
            cancellationToken
        );
    }
}

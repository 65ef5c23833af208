using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Publishes a draft as the next version and puts it in force. Devices receive it at their next check-in.</summary>
internal sealed class PublishPolicy(PolicyStore policies, Publication publication)
{
    /// <returns>
    /// The version, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="DraftConflict"/>, <see cref="TextInvalid"/>,
    /// <see cref="PolicyBlocked"/>, <see cref="ReasonMissing"/>, <see cref="ConfirmationMissing"/>, <see cref="NothingToPublish"/>,
    /// <see cref="VersionConflict"/>, <see cref="NothingToAccept"/>.
    /// </returns>
    public async Task<Outcome<PublishedVersion>> ExecuteAsync(
        Administrator who,
        string policyId,
        PublishRequest request,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.PublishPolicies) is { } lacks)
        {
            return lacks;
        }

        if (await policies.FindAsync(policyId, cancellationToken) is not { } policy)
        {
            return new NotFound("This policy");
        }

        if (policy.DraftRevision != request.DraftRevision)
        {
            return new DraftConflict(request.DraftRevision, policy.DraftRevision, policy.DraftSavedBy);
        }

        return await publication.PublishAsync(
            who,
            policy,
            new Publication.Request(policy.Draft, request.Reason, request.Confirmation, RolledBackFrom: null)
            {
                Acceptances = request.AcceptedWarnings,
            },
            cancellationToken
        );
    }
}

using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>
/// Publishes the document of an earlier version as a new version, under the current rules. A draft without unpublished changes follows; a
/// draft with unpublished changes stays as it is.
/// </summary>
internal sealed class RollBackPolicy(PolicyStore policies, VersionStore versions, Publication publication)
{
    /// <returns>
    /// The new version, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="VersionConflict"/> and the problems of
    /// <see cref="PublishPolicy"/>.
    /// </returns>
    public async Task<Outcome<PublishedVersion>> ExecuteAsync(
        Administrator who,
        string policyId,
        RollBackRequest request,
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

        if (policy.Number != request.ExpectedCurrentNumber)
        {
            return new VersionConflict(request.ExpectedCurrentNumber, policy.Number);
        }

        if (await versions.FindAsync(policy.Key, request.ToNumber, cancellationToken) is not { } old)
        {
            return new NotFound($"Version {request.ToNumber}");
        }

        return await publication.PublishAsync(
            who,
            policy,
            new Publication.Request(old.Document, request.Reason, request.Confirmation, old.Number),
            cancellationToken
        );
    }
}

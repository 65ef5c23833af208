using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies.History;

/// <summary>Reads the comments on versions. All methods require <see cref="Ability.ReadPolicies"/>.</summary>
internal sealed class CommentQueries(PolicyStore policies, VersionStore versions, CommentStore comments)
{
    /// <summary>The maximum number of comments on one page.</summary>
    public const int MaximumTake = 200;

    /// <summary>A page of the comments on one version, oldest first.</summary>
    /// <param name="who">The signed-in administrator.</param>
    /// <param name="on">The version.</param>
    /// <param name="after">The last key of the previous page; null = from the first comment.</param>
    /// <param name="take">1 to <see cref="MaximumTake"/>; a greater value is reduced to it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<Outcome<CommentPage>> ListAsync(
        Administrator who,
        VersionRef on,
        long? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        if (await policies.FindAsync(on.PolicyId, cancellationToken) is not { } policy)
        {
            return new NotFound("This policy");
        }

        if (await versions.FindAsync(policy.Key, on.Number, cancellationToken) is not { } version)
        {
            return new NotFound($"Version {on.Number}");
        }

        var size = Math.Clamp(take, 1, MaximumTake);
        var page = await comments.ListAsync(version.VersionId, after, size, cancellationToken);
        return new CommentPage(page, page.Count == size ? page[^1].Key : null);
    }

    /// <summary>
    /// The newest <see cref="MaximumTake"/> comments on a range of versions, for the list of versions; oldest first.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<VersionComment>>> OfVersionsAsync(
        Administrator who,
        string policyId,
        int from,
        int to,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        return await policies.FindAsync(policyId, cancellationToken) is { } policy
            ? new Outcome<IReadOnlyList<VersionComment>>.Done(
                await comments.OfVersionsAsync(policy.Key, from, to, MaximumTake, cancellationToken)
            )
            : new NotFound("This policy");
    }
}

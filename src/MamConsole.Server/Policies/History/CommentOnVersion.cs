using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies.History;

/// <summary>Adds a comment to a published version. Versions and comments never change.</summary>
internal sealed class CommentOnVersion(Database database, PolicyStore policies, VersionStore versions, AuditTrail trail, TimeProvider time)
{
    /// <returns>The stored comment, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="TextInvalid"/>.</returns>
    public async Task<Outcome<VersionComment>> ExecuteAsync(
        Administrator who,
        VersionRef on,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.CommentOnVersions) is { } lacks)
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

        return await PolicyText
            .Comment(text)
            .Match(
                async plain => (Outcome<VersionComment>)await InsertAsync(who, policy, version, plain, cancellationToken),
                problem => Task.FromResult<Outcome<VersionComment>>(problem)
            );
    }

    private Task<VersionComment> InsertAsync(
        Administrator who,
        StoredPolicy policy,
        PublishedVersion version,
        string text,
        CancellationToken cancellationToken
    )
    {
        var comment = new VersionComment
        {
            Key = 0,
            Number = version.Number,
            At = time.GetInstant(),
            By = who.Name,
            Text = text,
        };
        return database.WriteAsync(
            async transaction =>
            {
                var key = await CommentStore.InsertAsync(transaction, version.VersionId, comment, who.ObjectId);
                await trail.Append(
                    transaction,
                    new AuditEvent.VersionCommented(policy.PolicyId, policy.Name, version.VersionId, version.Number, text)
                    {
                        Actor = who.AsActor(),
                    }
                );
                return comment with { Key = key };
            },
            cancellationToken
        );
    }
}

using System.Data.Common;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies;

/// <summary>Creates a policy with a first draft. Devices receive nothing until the policy is published.</summary>
internal sealed class CreatePolicy(Database database, PolicyStore policies, AuditTrail trail, TimeProvider time)
{
    /// <returns>The policy's id, or <see cref="NotAllowed"/>, <see cref="TextInvalid"/>, <see cref="NameTaken"/>,
    /// <see cref="DocumentTooLarge"/>.</returns>
    public async Task<Outcome<string>> ExecuteAsync(
        Administrator who,
        string name,
        WrittenPolicy? start,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.EditPolicies) is { } lacks)
        {
            return lacks;
        }

        var draft = start ?? new WrittenPolicy();
        return await PolicyText
            .Name(name)
            .Match(
                async plain =>
                    PolicyDocument.Unstorable(draft) is { } unstorable
                        ? unstorable
                        : await InsertAsync(who, plain, draft, cancellationToken),
                problem => Task.FromResult<Outcome<string>>(problem)
            );
    }

    private async Task<Outcome<string>> InsertAsync(
        Administrator who,
        string name,
        WrittenPolicy draft,
        CancellationToken cancellationToken
    )
    {
        var at = time.GetInstant();
        var policyId = Guid.CreateVersion7(at).ToString("D");
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    await policies.InsertAsync(transaction, policyId, name, draft, at, who.Name);
                    await trail.Append(
                        transaction,
                        new AuditEvent.PolicyCreated(policyId, name, DocumentChange.Between(null, draft)) { Actor = who.AsActor() }
                    );
                    return policyId;
                },
                cancellationToken
            );
        }
        catch (DbException e) when (database.Dialect.IsDuplicate(e))
        {
            return new NameTaken(name);
        }
    }
}

using System.Data.Common;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies;

/// <summary>Renames a policy. Its versions and devices do not change.</summary>
internal sealed class RenamePolicy(Database database, PolicyStore policies, ActivePolicyCache activePolicies, AuditTrail trail)
{
    /// <returns>The stored name, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="TextInvalid"/>,
    /// <see cref="NameTaken"/>.</returns>
    public async Task<Outcome<string>> ExecuteAsync(Administrator who, string policyId, string name, CancellationToken cancellationToken) =>
        who.Lacks(Ability.EditPolicies) is { } lacks
            ? lacks
            : await PolicyText
                .Name(name)
                .Match(plain => UpdateAsync(who, policyId, plain, cancellationToken), problem => Task.FromResult<Outcome<string>>(problem));

    private async Task<Outcome<string>> UpdateAsync(Administrator who, string policyId, string name, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await database.WriteAsync<Outcome<string>>(
                async transaction =>
                {
                    if (await policies.FindAsync(transaction, policyId) is not { } policy)
                    {
                        return new NotFound("This policy");
                    }

                    if (policy.Name != name)
                    {
                        await policies.RenameAsync(transaction, policy.Key, name);
                        await trail.Append(
                            transaction,
                            new AuditEvent.PolicyRenamed(policy.PolicyId, policy.Name, name) { Actor = who.AsActor() }
                        );
                    }

                    return name;
                },
                cancellationToken
            );
            activePolicies.Invalidate();
            return outcome;
        }
        catch (DbException e) when (database.Dialect.IsDuplicate(e))
        {
            return new NameTaken(name);
        }
    }
}

using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Secrets;

/// <summary>Keeps a secret under a new id. To replace one is to keep another and let the policy name that.</summary>
internal sealed class StoreSecret(Database database, SecretStore secrets, AuditTrail trail, TimeProvider time)
{
    /// <returns>How to name it, or <see cref="NotAllowed"/>, <see cref="SecretInvalid"/>.</returns>
    public async Task<Outcome<StoredSecret>> ExecuteAsync(Administrator who, NewSecret secret, CancellationToken cancellationToken)
    {
        if (who.Lacks(Ability.EditPolicies) is { } lacks)
        {
            return lacks;
        }

        if (SecretText.Fault(secret.Kind, secret.Value) is { } fault)
        {
            return new SecretInvalid(fault);
        }

        return await database.WriteAsync<Outcome<StoredSecret>>(
            async transaction => await StoreAsync(transaction, who, secret),
            cancellationToken
        );
    }

    /// <summary>The same inside a transaction, for what keeps several at once.</summary>
    internal async Task<StoredSecret> StoreAsync(Transaction transaction, Administrator who, NewSecret secret)
    {
        var at = time.GetInstant();
        // Random, not by time: an id says nothing of when it was made.
        var id = Guid.NewGuid();
        await secrets.AddAsync(transaction, id, secret.Kind, secret.Value, at, who.Name, who.ObjectId);
        await trail.Append(transaction, new AuditEvent.SecretStored($"{id:D}", secret.Kind) { Actor = who.AsActor() });
        return new StoredSecret(new SecretReference(id), secret.Kind, at);
    }
}

using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Secrets;

/// <summary>Stores a secret under a new ID. A secret is replaced by storing another one and referencing it in the policy.</summary>
internal sealed class StoreSecret(Database database, SecretStore secrets, AuditTrail trail, TimeProvider time)
{
    /// <returns>Its reference, or <see cref="NotAllowed"/>, <see cref="SecretInvalid"/>.</returns>
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

    /// <summary>Stores a secret within a transaction, for operations that store several at once.</summary>
    internal async Task<StoredSecret> StoreAsync(Transaction transaction, Administrator who, NewSecret secret)
    {
        var at = time.GetInstant();
        // Random instead of time-ordered, so that an ID does not reveal when it was created.
        var id = Guid.NewGuid();
        await secrets.AddAsync(transaction, id, secret.Kind, secret.Value, at, who.Name, who.ObjectId);
        await trail.Append(transaction, new AuditEvent.SecretStored($"{id:D}", secret.Kind) { Actor = who.AsActor() });
        return new StoredSecret(new SecretReference(id), secret.Kind, at);
    }
}

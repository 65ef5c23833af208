using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Secrets;

/// <summary>Opens a .pfx file once with its password, to verify that a PC can open it, and stores both as secrets.</summary>
internal sealed class StorePfx(Database database, StoreSecret storeSecret)
{
    /// <returns>Its references, or <see cref="NotAllowed"/>, <see cref="PfxInvalid"/>.</returns>
    public async Task<Outcome<StoredPfx>> ExecuteAsync(Administrator who, NewPfx pfx, CancellationToken cancellationToken)
    {
        if (who.Lacks(Ability.EditPolicies) is { } lacks)
        {
            return lacks;
        }

        if (
            !PfxFile.TryOpen(pfx.Content, pfx.Password, out var facts, out var reason)
            || (reason = SecretText.Fault(SecretKind.PfxPassword, pfx.Password)) is not null
        )
        {
            return new PfxInvalid(reason);
        }

        return await database.WriteAsync<Outcome<StoredPfx>>(
            async transaction =>
            {
                var file = await storeSecret.StoreAsync(
                    transaction,
                    who,
                    new NewSecret(SecretKind.Pfx, Convert.ToBase64String(pfx.Content))
                );
                var password =
                    pfx.Password.Length == 0
                        ? null
                        : await storeSecret.StoreAsync(transaction, who, new NewSecret(SecretKind.PfxPassword, pfx.Password));
                return new StoredPfx(file.Secret, password?.Secret, facts, file.StoredAt);
            },
            cancellationToken
        );
    }
}

using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies.Secrets;

/// <summary>Opens a .pfx once, with its password, to see that a PC will be able to; then keeps both as secrets.</summary>
internal sealed class KeepPfx(Database database, KeepSecret keep)
{
    /// <returns>How to name it, or <see cref="NotAllowed"/>, <see cref="PfxInvalid"/>.</returns>
    public async Task<Outcome<KeptPfx>> ExecuteAsync(Administrator who, NewPfx pfx, CancellationToken cancellationToken)
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

        return await database.WriteAsync<Outcome<KeptPfx>>(
            async transaction =>
            {
                var file = await keep.KeepAsync(transaction, who, new NewSecret(SecretKind.Pfx, Convert.ToBase64String(pfx.Content)));
                var password =
                    pfx.Password.Length == 0
                        ? null
                        : await keep.KeepAsync(transaction, who, new NewSecret(SecretKind.PfxPassword, pfx.Password));
                return new KeptPfx(file.Secret, password?.Secret, facts, file.KeptAt);
            },
            cancellationToken
        );
    }
}

using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies.Secrets;

/// <summary>A certificate with its key to keep.</summary>
/// <param name="Content">The bytes of the .pfx file; base64 in JSON.</param>
/// <param name="Password">The file's password; empty when it has none.</param>
internal sealed record NewPfx(byte[] Content, string Password)
{
    /// <summary>So that no log can hold it by mistake.</summary>
    public override string ToString() => nameof(NewPfx);
}

/// <summary>A certificate that is kept: how a policy names its two secrets, and what can be told of it once and never again.</summary>
/// <param name="File">The file.</param>
/// <param name="Password">Its password; null when it has none.</param>
/// <param name="Facts">Whose it is, its thumbprint, its last day.</param>
/// <param name="KeptAt">Since when.</param>
public sealed record KeptPfx(SecretReference File, SecretReference? Password, PfxFile Facts, DateTimeOffset KeptAt);

/// <summary>The file cannot be taken: no .pfx, a wrong password, no key. Nothing was kept.</summary>
public sealed record PfxInvalid(string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status400BadRequest;
}

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

        if (!PfxFile.TryOpen(pfx.Content, pfx.Password, out var facts, out var reason) || (reason = SecretText.Fault(SecretKind.PfxPassword, pfx.Password)) is not null)
        {
            return new PfxInvalid(reason);
        }

        return await database.WriteAsync<Outcome<KeptPfx>>(
            async transaction =>
            {
                var file = await keep.KeepAsync(transaction, who, new NewSecret(SecretKind.Pfx, Convert.ToBase64String(pfx.Content)));
                var password = pfx.Password.Length == 0 ? null : await keep.KeepAsync(transaction, who, new NewSecret(SecretKind.PfxPassword, pfx.Password));
                return new KeptPfx(file.Secret, password?.Secret, facts, file.KeptAt);
            },
            cancellationToken);
    }
}

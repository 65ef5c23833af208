using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Ui.Fields;

/// <summary>
/// Stores the secrets that are entered in a form; cascades to every <see cref="SecretField"/>. Secrets cannot be read back.
/// </summary>
/// <param name="Store">Stores a typed secret and returns a reference to it, or the problem.</param>
/// <param name="Since">When a secret was stored; null when it is not stored here.</param>
public sealed record SecretInput(
    Func<SecretKind, string, Task<Outcome<SecretReference>>> Store,
    Func<SecretReference, DateTimeOffset?> Since
)
{
    /// <summary>For read-only forms.</summary>
    public static readonly SecretInput Closed = new(
        (_, _) => Task.FromResult<Outcome<SecretReference>>(new NotFound("The secret store")),
        _ => null
    );
}

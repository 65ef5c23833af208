using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Ui.Fields;

/// <summary>Where a form hands in secrets; cascades to every <see cref="SecretField"/>. Nothing gives one out.</summary>
/// <param name="Store">Keeps what was typed and says how to name it, or why it cannot be kept.</param>
/// <param name="Since">Since when a secret is kept; null when it is not kept here.</param>
public sealed record SecretInput(
    Func<SecretKind, string, Task<Outcome<SecretReference>>> Store,
    Func<SecretReference, DateTimeOffset?> Since
)
{
    /// <summary>For forms that only show.</summary>
    public static readonly SecretInput Closed = new(
        (_, _) => Task.FromResult<Outcome<SecretReference>>(new NotFound("The place for secrets")),
        _ => null
    );
}

using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies.Secrets;

/// <summary>A secret that is kept: how a policy names it.</summary>
/// <param name="Secret">To stand in the policy's document: <c>{"secret":"…"}</c>.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="KeptAt">Since when.</param>
internal sealed record KeptSecret(SecretReference Secret, SecretKind Kind, DateTimeOffset KeptAt);

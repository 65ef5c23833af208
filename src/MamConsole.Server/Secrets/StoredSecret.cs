using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Secrets;

/// <summary>A secret that is kept: how a policy names it.</summary>
/// <param name="Secret">To stand in the policy's document: <c>{"secret":"…"}</c>.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="StoredAt">Since when.</param>
internal sealed record StoredSecret(SecretReference Secret, SecretKind Kind, DateTimeOffset StoredAt);

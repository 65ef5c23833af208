using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Secrets;

/// <summary>A stored secret and the reference to it.</summary>
/// <param name="Secret">The reference for the policy's document: <c>{"secret":"…"}</c>.</param>
/// <param name="Kind">The use of the secret.</param>
/// <param name="StoredAt">When it was stored.</param>
internal sealed record StoredSecret(SecretReference Secret, SecretKind Kind, DateTimeOffset StoredAt);

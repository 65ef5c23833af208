using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Secrets;

/// <summary>A certificate that is kept: how a policy names its two secrets, and what can be told of it once and never again.</summary>
/// <param name="File">The file.</param>
/// <param name="Password">Its password; null when it has none.</param>
/// <param name="Facts">Whose it is, its thumbprint, its last day.</param>
/// <param name="StoredAt">Since when.</param>
public sealed record StoredPfx(SecretReference File, SecretReference? Password, PfxFile Facts, DateTimeOffset StoredAt);

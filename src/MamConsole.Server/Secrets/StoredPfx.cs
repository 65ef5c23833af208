using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Secrets;

/// <summary>A stored certificate: the references to its two secrets, and its properties, which cannot be read later.</summary>
/// <param name="File">The reference to the file.</param>
/// <param name="Password">The reference to its password; null when it has none.</param>
/// <param name="Facts">Its subject, its thumbprint and its expiration date.</param>
/// <param name="StoredAt">When it was stored.</param>
public sealed record StoredPfx(SecretReference File, SecretReference? Password, PfxFile Facts, DateTimeOffset StoredAt);

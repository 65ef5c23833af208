namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>A host of the starter set, or one that it omits.</summary>
/// <param name="Host">The name.</param>
/// <param name="Purpose">The purpose of the host, or why it is omitted.</param>
public sealed record StarterHost(string Host, string Purpose);

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>A host of the starter set, or one that it leaves out.</summary>
/// <param name="Host">The name.</param>
/// <param name="Purpose">What is there, or why it is left out.</param>
public sealed record StarterHost(string Host, string Purpose);

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>One row of the cloud resources.</summary>
public sealed record CloudResource
{
    /// <summary>A host, or a suffix with a leading dot for everything below it.</summary>
    public string Host { get; init; } = "";

    /// <summary>The proxy through which it is reached; empty = none. It must stand among the internal proxies too.</summary>
    public string Proxy { get; init; } = "";
}

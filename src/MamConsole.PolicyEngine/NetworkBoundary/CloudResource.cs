namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>One row of the cloud resources.</summary>
public sealed record CloudResource
{
    /// <summary>A host, or with a leading dot all names below a domain.</summary>
    public string Host { get; init; } = "";

    /// <summary>The proxy through which it is reached; empty = none. It must also be in the list of internal proxies.</summary>
    public string Proxy { get; init; } = "";
}

using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>Where work data comes from: what Windows takes for the organisation's network, as typed (wip-authoring.md §6).</summary>
public sealed record NetworkBoundarySettings
{
    /// <summary>Hosts on the internet that hold work data.</summary>
    public ValueList<CloudResource> CloudResources { get; init; } = [];

    /// <summary>Whether apps that Windows cannot judge may reach work hosts by their bare address (<c>/*AppCompat*/</c>).</summary>
    public bool? AppCompat { get; init; }

    /// <summary>Addresses of the organisation's own network.</summary>
    public ValueList<AddressRange> IpRanges { get; init; } = [];

    /// <summary>DNS suffixes of the organisation's own network: file shares, intranet, VPN.</summary>
    public ValueList<string> DomainNames { get; init; } = [];

    /// <summary>Proxies that lead to cloud resources; host or address with an optional port.</summary>
    public ValueList<string> InternalProxies { get; init; } = [];

    /// <summary>Proxies that lead to the internet outside work; host or address with an optional port.</summary>
    public ValueList<string> ExternalProxies { get; init; } = [];

    /// <summary>Hosts that serve work and private life, such as sign-in pages: what led there decides.</summary>
    public ValueList<string> NeutralResources { get; init; } = [];

    /// <summary>Whether the ranges are all there is; otherwise Windows adds what it finds by itself.</summary>
    public bool? IpRangesAreAuthoritative { get; init; }

    /// <summary>Whether the proxies are all there is; otherwise Windows adds what it finds by itself.</summary>
    public bool? ProxiesAreAuthoritative { get; init; }
}

/// <summary>One row of the cloud resources.</summary>
public sealed record CloudResource
{
    /// <summary>A host, or a suffix with a leading dot for everything below it.</summary>
    public string Host { get; init; } = "";

    /// <summary>The proxy through which it is reached; empty = none. It must stand among the internal proxies too.</summary>
    public string Proxy { get; init; } = "";
}

/// <summary>One row of the address ranges, IPv4 or IPv6; both ends belong to it.</summary>
public sealed record AddressRange
{
    public string First { get; init; } = "";

    public string Last { get; init; } = "";
}

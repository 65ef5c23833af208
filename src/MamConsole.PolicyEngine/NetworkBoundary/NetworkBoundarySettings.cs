using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>
/// The network boundary: the locations that Windows treats as the organization's network, as entered (docs/reference/wip-authoring.md §6).
/// </summary>
public sealed record NetworkBoundarySettings
{
    /// <summary>Hosts on the internet that contain work data.</summary>
    public ValueList<CloudResource> CloudResources { get; init; } = [];

    /// <summary>Whether apps that WIP cannot classify can connect to work hosts by IP address (<c>/*AppCompat*/</c>).</summary>
    public bool? AppCompat { get; init; }

    /// <summary>Addresses of the organization's own network.</summary>
    public ValueList<AddressRange> IpRanges { get; init; } = [];

    /// <summary>DNS suffixes of the organization's own network: file shares, intranet, VPN.</summary>
    public ValueList<string> DomainNames { get; init; } = [];

    /// <summary>Proxies to cloud resources; host or address with an optional port.</summary>
    public ValueList<string> InternalProxies { get; init; } = [];

    /// <summary>Proxies to the internet outside work; host or address with an optional port.</summary>
    public ValueList<string> ExternalProxies { get; init; } = [];

    /// <summary>Hosts that are used for work and privately, such as sign-in pages: the previous page decides.</summary>
    public ValueList<string> NeutralResources { get; init; } = [];

    /// <summary>Whether the list of ranges is complete; otherwise Windows adds ranges that it detects.</summary>
    public bool? IpRangesAreAuthoritative { get; init; }

    /// <summary>Whether the list of proxies is complete; otherwise Windows adds proxies that it detects.</summary>
    public bool? ProxiesAreAuthoritative { get; init; }
}

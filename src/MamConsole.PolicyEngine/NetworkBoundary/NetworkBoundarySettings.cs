using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>
/// Where work data comes from: what Windows takes for the organization's network, as typed (docs/reference/wip-authoring.md §6).
/// </summary>
public sealed record NetworkBoundarySettings
{
    /// <summary>Hosts on the internet that hold work data.</summary>
    public ValueList<CloudResource> CloudResources { get; init; } = [];

    /// <summary>Whether apps that Windows cannot judge may reach work hosts by their bare address (<c>/*AppCompat*/</c>).</summary>
    public bool? AppCompat { get; init; }

    /// <summary>Addresses of the organization's own network.</summary>
    public ValueList<AddressRange> IpRanges { get; init; } = [];

    /// <summary>DNS suffixes of the organization's own network: file shares, intranet, VPN.</summary>
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

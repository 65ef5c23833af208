using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>The parsed network boundary.</summary>
public sealed record NetworkBoundaryRules(
    ValueList<BoundaryHost> CloudResources,
    bool AppCompat,
    ValueList<IpRange> IpRanges,
    ValueList<DomainName> DomainNames,
    ValueList<ProxyAddress> InternalProxies,
    ValueList<ProxyAddress> ExternalProxies,
    ValueList<HostName> NeutralResources,
    bool? IpRangesAreAuthoritative,
    bool? ProxiesAreAuthoritative
)
{
    /// <summary>A single label, such as <c>corp</c>, is a valid name on some intranets.</summary>
    internal const int DomainLabels = 1;

    /// <summary>Returns null when nothing is set.</summary>
    internal static NetworkBoundaryRules? Parse(NetworkBoundarySettings s) =>
        s == new NetworkBoundarySettings()
            ? null
            : new(
                s.CloudResources.Select(row => new BoundaryHost(
                        HostName.Parse(row.Host),
                        Wording.Typed(row.Proxy) is { } proxy ? ProxyAddress.Parse(proxy) : null
                    ))
                    .ToValueList(),
                s.AppCompat == true,
                s.IpRanges.Select(row => IpRange.Parse(row.First, row.Last)).ToValueList(),
                s.DomainNames.Select(typed =>
                        DomainName.TryParse(typed, DomainLabels, out var name, out var fault)
                            ? name
                            : throw new FormatException(fault.Reason)
                    )
                    .ToValueList(),
                s.InternalProxies.Select(ProxyAddress.Parse).ToValueList(),
                s.ExternalProxies.Select(ProxyAddress.Parse).ToValueList(),
                s.NeutralResources.Select(HostName.Parse).ToValueList(),
                s.IpRangesAreAuthoritative,
                s.ProxiesAreAuthoritative
            );
}

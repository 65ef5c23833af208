using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>The labels of the area's settings.</summary>
internal static class NetworkBoundaryCatalog
{
    public static readonly SettingTable Settings = new(
        "networkBoundary",
        (
            "cloudResources",
            "Cloud resources",
            "Cloud resources",
            "NetworkIsolation/EnterpriseCloudResources",
            "The hosts in the cloud whose data is work data."
        ),
        (
            "appCompat",
            "Allow apps that WIP cannot classify (AppCompat)",
            "/*AppCompat*/ (text within the cloud resources)",
            "NetworkIsolation/EnterpriseCloudResources",
            "Whether apps can connect to cloud resources by their IP address."
        ),
        (
            "neutralResources",
            "Neutral resources",
            "Neutral resources",
            "NetworkIsolation/NeutralResources",
            "The hosts, such as sign-in pages, that are work or personal depending on where people came from."
        ),
        (
            "ipRanges",
            "Enterprise IP ranges",
            "IPv4 ranges, IPv6 ranges",
            "NetworkIsolation/EnterpriseIPRange",
            "The IP addresses of the work network."
        ),
        (
            "ipRangesAreAuthoritative",
            "Enterprise IP ranges list is authoritative",
            "Enterprise IP ranges list is authoritative",
            "NetworkIsolation/EnterpriseIPRangesAreAuthoritative",
            "Whether Windows may add addresses that it detects."
        ),
        (
            "domainNames",
            "Network domains",
            "Network domains",
            "NetworkIsolation/EnterpriseNetworkDomainNames",
            "The name suffixes of hosts in the work network."
        ),
        (
            "internalProxies",
            "Internal proxy servers",
            "Internal proxy servers",
            "NetworkIsolation/EnterpriseInternalProxyServers",
            "The proxies to cloud resources."
        ),
        ("externalProxies", "Proxy servers", "Proxy servers", "NetworkIsolation/EnterpriseProxyServers", "The proxies to the internet."),
        (
            "proxiesAreAuthoritative",
            "Enterprise proxy servers list is authoritative",
            "Enterprise proxy servers list is authoritative",
            "NetworkIsolation/EnterpriseProxyServersAreAuthoritative",
            "Whether Windows may add proxies that it detects."
        )
    );
}

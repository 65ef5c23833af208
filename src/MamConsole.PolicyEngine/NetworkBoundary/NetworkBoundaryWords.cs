using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>Describes the network boundary as statements.</summary>
internal static class NetworkBoundaryWords
{
    public const string Area = "Network boundary";

    public static IEnumerable<Statement> Describe(NetworkBoundarySettings s)
    {
        if (s.CloudResources.Count > 0)
        {
            var rows = s.CloudResources.Select(row => row.Proxy.Length == 0 ? row.Host : $"{row.Host} through {row.Proxy}").ToValueList();
            yield return List(
                "cloudResources",
                rows,
                "host",
                $"Data from {Wording.List(rows)} is work data.",
                NetworkIsolationCsp.EnterpriseCloudResources
            );
        }

        if (s.AppCompat is { } compat)
        {
            yield return ToStatement(
                "appCompat",
                compat ? "allowed" : "blocked",
                compat
                    ? "Apps that WIP cannot classify can connect to work hosts by their IP address."
                    : "Apps that WIP cannot classify cannot connect to work hosts by their IP address.",
                compat ? NetworkIsolationCsp.EnterpriseCloudResources : null
            );
        }

        if (s.NeutralResources.Count > 0)
        {
            yield return List(
                "neutralResources",
                s.NeutralResources,
                "host",
                $"Whether {Wording.List(s.NeutralResources)} count{(s.NeutralResources.Count == 1 ? "s" : "")} as work depends on the "
                    + "previous page.",
                NetworkIsolationCsp.NeutralResources
            );
        }

        if (s.IpRanges.Count > 0)
        {
            var rows = s.IpRanges.Select(row => $"{row.First}-{row.Last}").ToValueList();
            yield return List(
                "ipRanges",
                rows,
                "range",
                $"The addresses {Wording.List(rows)} are the work network.",
                NetworkIsolationCsp.EnterpriseIPRange
            );
        }

        if (s.DomainNames.Count > 0)
        {
            yield return List(
                "domainNames",
                s.DomainNames,
                "domain",
                $"Hosts whose names end in {Wording.List(s.DomainNames)} belong to the work network.",
                NetworkIsolationCsp.EnterpriseNetworkDomainNames
            );
        }

        if (s.InternalProxies.Count > 0)
        {
            yield return List(
                "internalProxies",
                s.InternalProxies,
                "prox",
                $"{Wording.List(s.InternalProxies)} lead{(s.InternalProxies.Count == 1 ? "s" : "")} to work resources.",
                NetworkIsolationCsp.EnterpriseInternalProxyServers
            );
        }

        if (s.ExternalProxies.Count > 0)
        {
            yield return List(
                "externalProxies",
                s.ExternalProxies,
                "prox",
                $"{Wording.List(s.ExternalProxies)} lead{(s.ExternalProxies.Count == 1 ? "s" : "")} to the internet.",
                NetworkIsolationCsp.EnterpriseProxyServers
            );
        }

        if (s.IpRangesAreAuthoritative is { } ranges)
        {
            yield return ToStatement(
                "ipRangesAreAuthoritative",
                ranges ? "never work" : "Windows may find more",
                ranges ? "Only the listed addresses are the work network." : "Windows adds addresses of the work network that it detects.",
                NetworkIsolationCsp.EnterpriseIPRangesAreAuthoritative
            );
        }

        if (s.ProxiesAreAuthoritative is { } proxies)
        {
            yield return ToStatement(
                "proxiesAreAuthoritative",
                proxies ? "never work" : "Windows may find more",
                proxies ? "Only the listed proxies are the organization's." : "Windows adds proxies that it detects.",
                NetworkIsolationCsp.EnterpriseProxyServersAreAuthoritative
            );
        }
    }

    private static Statement List(string field, ValueList<string> rows, string unit, string sentence, CspNode node)
    {
        var value = unit == "prox" ? (rows.Count == 1 ? "1 proxy" : $"{rows.Count} proxies") : Wording.Unit(rows.Count, unit);
        return new(
            $"networkBoundary.{field}",
            Area,
            NetworkBoundaryCatalog.Settings.LabelOf(field),
            value,
            sentence,
            rows,
            Wording.Uris(node)
        );
    }

    private static Statement ToStatement(string field, string value, string sentence, CspNode? node) =>
        new(
            $"networkBoundary.{field}",
            Area,
            NetworkBoundaryCatalog.Settings.LabelOf(field),
            value,
            sentence,
            [],
            node is null ? [] : Wording.Uris(node)
        );
}

using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Export;

/// <summary>Converts the lists of a policy to Intune's form: one group each.</summary>
internal sealed class IntuneListsWriter(ImportReportBuilder report, JsonObject json)
{
    private const string Group = "MamConsole";

    public void Write(WrittenPolicy p)
    {
        var ids = p.InformationProtection.EnterpriseIds;
        json["enterpriseDomain"] = ids.Count > 0 ? ids[0] : null;
        Rows(ids.Skip(1), "enterpriseProtectedDomainNames");
        if (ids.Count > 0)
        {
            report.AddImported(
                "informationProtection.enterpriseIds",
                Wording.Unit(ids.Count, "row"),
                "enterpriseDomain",
                "The primary domain; the others are in enterpriseProtectedDomainNames."
            );
        }

        List("informationProtection.smbExtensions", p.InformationProtection.SmbExtensions, "smbAutoEncryptedFileExtensions");
        var boundary = p.NetworkBoundary;
        CloudResources(boundary);
        Ranges(boundary.IpRanges);
        List("networkBoundary.domainNames", boundary.DomainNames, "enterpriseNetworkDomainNames");
        List("networkBoundary.internalProxies", boundary.InternalProxies, "enterpriseInternalProxyServers");
        List("networkBoundary.externalProxies", boundary.ExternalProxies, "enterpriseProxyServers");
        List("networkBoundary.neutralResources", boundary.NeutralResources, "neutralDomainResources");
        Flag("networkBoundary.ipRangesAreAuthoritative", boundary.IpRangesAreAuthoritative, "enterpriseIPRangesAreAuthoritative");
        Flag("networkBoundary.proxiesAreAuthoritative", boundary.ProxiesAreAuthoritative, "enterpriseProxyServersAreAuthoritative");
    }

    private void List(string source, ValueList<string> rows, string target)
    {
        Rows(rows, target);
        if (rows.Count > 0)
        {
            report.AddImported(source, Wording.Unit(rows.Count, "row"), target);
        }
    }

    private void Rows(IEnumerable<string> rows, string target)
    {
        var items = rows.Select(row => (JsonNode?)row).ToArray();
        json[target] =
            items.Length == 0 ? [] : new JsonArray(new JsonObject { ["displayName"] = Group, ["resources"] = new JsonArray(items) });
    }

    private void CloudResources(NetworkBoundarySettings boundary)
    {
        var rows = boundary.CloudResources.Select(row => Domain(row.Host, row.Proxy)).ToList();
        if (boundary.AppCompat == true)
        {
            rows.Add(Domain(NetworkBoundaryCompiler.AppCompatItem, ""));
            report.AddImported(
                "networkBoundary.appCompat",
                "true",
                "enterpriseProxiedDomains",
                $"Exported as the item {NetworkBoundaryCompiler.AppCompatItem}."
            );
        }
        else if (boundary.AppCompat == false)
        {
            report.Drop("networkBoundary.appCompat", "false", "Intune expresses this by omitting the item, which is the same as not set.");
        }

        json["enterpriseProxiedDomains"] =
            rows.Count == 0
                ? []
                : new JsonArray(new JsonObject { ["displayName"] = Group, ["proxiedDomains"] = new JsonArray([.. rows.Cast<JsonNode>()]) });
        if (boundary.CloudResources.Count > 0)
        {
            report.AddImported(
                "networkBoundary.cloudResources",
                Wording.Unit(boundary.CloudResources.Count, "row"),
                "enterpriseProxiedDomains"
            );
        }
    }

    private static JsonObject Domain(string host, string proxy) =>
        new JsonObject { ["ipAddressOrFQDN"] = host, ["proxy"] = proxy.Length == 0 ? null : proxy };

    private void Ranges(ValueList<AddressRange> ranges)
    {
        var rows = ranges
            .Select(
                JsonNode (range) =>
                    new JsonObject
                    {
                        ["@odata.type"] =
                            $"#microsoft.graph.{(range.First.Contains(':', StringComparison.Ordinal) ? "iPv6Range" : "iPv4Range")}",
                        ["lowerAddress"] = range.First,
                        ["upperAddress"] = range.Last,
                    }
            )
            .ToArray();
        json["enterpriseIPRanges"] =
            rows.Length == 0 ? [] : new JsonArray(new JsonObject { ["displayName"] = Group, ["ranges"] = new JsonArray(rows) });
        if (ranges.Count > 0)
        {
            report.AddImported("networkBoundary.ipRanges", Wording.Unit(ranges.Count, "row"), "enterpriseIPRanges");
        }
    }

    private void Flag(string source, bool? value, string target)
    {
        json[target] = value;
        if (value is { } known)
        {
            report.AddImported(source, known ? "true" : "false", target);
        }
    }
}

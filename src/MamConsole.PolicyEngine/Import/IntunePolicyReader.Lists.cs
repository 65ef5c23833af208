using System.Text.Json;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Reads the lists of an Intune policy: named groups of rows in Intune, a single list in MamConsole.</summary>
internal sealed partial class IntunePolicyReader
{
    private static readonly char[] Separators = [';', '|', ','];

    private bool Lists(string member, JsonElement value, string at)
    {
        switch (member)
        {
            case "enterpriseProtectedDomainNames":
                protection = protection with
                {
                    EnterpriseIds = Rows(value, at, "informationProtection.enterpriseIds", protection.EnterpriseIds),
                };
                break;
            case "smbAutoEncryptedFileExtensions":
                protection = protection with
                {
                    SmbExtensions = Rows(value, at, "informationProtection.smbExtensions", protection.SmbExtensions),
                };
                break;
            case "enterpriseNetworkDomainNames":
                boundary = boundary with { DomainNames = Rows(value, at, "networkBoundary.domainNames", boundary.DomainNames) };
                break;
            case "enterpriseProxyServers":
                boundary = boundary with { ExternalProxies = Rows(value, at, "networkBoundary.externalProxies", boundary.ExternalProxies) };
                break;
            case "enterpriseInternalProxyServers":
                boundary = boundary with { InternalProxies = Rows(value, at, "networkBoundary.internalProxies", boundary.InternalProxies) };
                break;
            case "neutralDomainResources":
                boundary = boundary with
                {
                    NeutralResources = Rows(value, at, "networkBoundary.neutralResources", boundary.NeutralResources),
                };
                break;
            case "enterpriseProxiedDomains":
                Groups(value, at, "proxiedDomains", CloudResource);
                break;
            case "enterpriseIPRanges":
                Groups(value, at, "ranges", Range);
                break;
            case "enterpriseIPRangesAreAuthoritative":
                boundary = boundary with { IpRangesAreAuthoritative = values.Flag(value, at, "networkBoundary.ipRangesAreAuthoritative") };
                break;
            case "enterpriseProxyServersAreAuthoritative":
                boundary = boundary with { ProxiesAreAuthoritative = values.Flag(value, at, "networkBoundary.proxiesAreAuthoritative") };
                break;
            case "protectedApps":
                Items(value, at, (app, path) => App(app, path, exempt: false));
                break;
            case "exemptApps":
                Items(value, at, (app, path) => App(app, path, exempt: true));
                break;
            case "protectedAppLockerFiles":
                Items(value, at, (file, path) => AppLockerFile(file, path, exempt: false));
                break;
            case "exemptAppLockerFiles":
                Items(value, at, (file, path) => AppLockerFile(file, path, exempt: true));
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Reads the primary domain; some policies contain all domains in this field.</summary>
    private void Primary(JsonElement value, string at)
    {
        var text = values.Text(value, at, "informationProtection.enterpriseIds[0]", "The primary domain; Windows writes it to work files.");
        protection = protection with { EnterpriseIds = text.Length == 0 ? [] : [text] };
    }

    /// <summary>Reads all rows of all groups.</summary>
    private ValueList<string> Rows(JsonElement value, string at, string target, ValueList<string> rows)
    {
        Groups(value, at, "resources", (row, path) => rows = Row(row, path, target, rows));
        return rows;
    }

    private ValueList<string> Row(JsonElement row, string at, string target, ValueList<string> rows)
    {
        if (row.ValueKind != JsonValueKind.String || IntuneValues.IsCutOff(row))
        {
            values.Wrong(row, at, "a text");
            return rows;
        }

        var text = row.GetString()!;
        var items = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (items.Length > 1)
        {
            report.Repair(at, text, $"{target}[{rows.Count}]", $"The value contained {items.Length} rows; each is now a separate row.");
            return rows.AddRange(items);
        }

        if (text.Length == 0)
        {
            report.AddEmpty(at);
        }
        else if (rows.Contains(text))
        {
            report.Drop(at, text, "The value is already in the list.");
        }
        else
        {
            report.AddImported(at, text, $"{target}[{rows.Count}]");
            return rows.Add(text);
        }

        return rows;
    }

    private void CloudResource(JsonElement row, string at)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            values.Wrong(row, at, "an object with ipAddressOrFQDN");
            return;
        }

        var host =
            row.TryGetProperty("ipAddressOrFQDN", out var name) && name.ValueKind == JsonValueKind.String && !IntuneValues.IsCutOff(name)
                ? name.GetString()!
                : "";
        var proxy =
            row.TryGetProperty("proxy", out var through) && through.ValueKind == JsonValueKind.String && !IntuneValues.IsCutOff(through)
                ? through.GetString()!
                : "";
        var reading = CloudResourceText.Read(host, proxy, boundary.CloudResources);
        var first = $"networkBoundary.cloudResources[{boundary.CloudResources.Count}]";
        boundary = boundary with
        {
            CloudResources = boundary.CloudResources.AddRange(reading.Rows),
            AppCompat = reading.AppCompat ? true : boundary.AppCompat,
        };
        foreach (var member in row.EnumerateObject())
        {
            var path = $"{at}.{member.Name}";
            switch (member.Name)
            {
                case "ipAddressOrFQDN" when reading.Drop is { } reason && host.Length > 0:
                    report.Drop(path, host, reason);
                    break;
                case "ipAddressOrFQDN" when reading.Repair is { } how:
                    report.Repair(path, host, reading.Rows.Count > 0 ? $"{first}.host" : "networkBoundary.appCompat", how);
                    break;
                case "ipAddressOrFQDN" when reading.AppCompat:
                    report.AddImported(path, host, "networkBoundary.appCompat", "This is a setting in MamConsole.");
                    break;
                case "ipAddressOrFQDN":
                    _ = values.Text(member.Value, path, $"{first}.host");
                    break;
                case "proxy" when proxy.Length > 0 && reading.Rows.Count == 0:
                    report.Drop(path, proxy, "The proxy's resource was not imported.");
                    break;
                case "proxy":
                    _ = values.Text(member.Value, path, $"{first}.proxy");
                    break;
                default:
                    Beside(member, path);
                    break;
            }
        }
    }

    private void Range(JsonElement row, string at)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            values.Wrong(row, at, "an object with addresses");
            return;
        }

        var target = $"networkBoundary.ipRanges[{boundary.IpRanges.Count}]";
        var range = new AddressRange();
        foreach (var member in row.EnumerateObject())
        {
            var path = $"{at}.{member.Name}";
            switch (member.Name)
            {
                case "lowerAddress":
                    range = range with { First = values.Text(member.Value, path, $"{target}.first") };
                    break;
                case "upperAddress":
                    range = range with { Last = values.Text(member.Value, path, $"{target}.last") };
                    break;
                case "cidrAddress"
                    when member.Value.ValueKind == JsonValueKind.String && IpRange.FromBlock(member.Value.GetString()) is { } block:
                    range = new AddressRange { First = $"{block.First}", Last = $"{block.Last}" };
                    report.Repair(path, member.Value.GetString()!, target, $"Windows requires the first and the last address: {block}.");
                    break;
                case "cidrAddress":
                    range = range with { First = values.Text(member.Value, path, $"{target}.first") };
                    break;
                default:
                    Beside(member, path);
                    break;
            }
        }

        if (range != new AddressRange())
        {
            boundary = boundary with { IpRanges = boundary.IpRanges.Add(range) };
        }
        else if (!row.EnumerateObject().Any())
        {
            report.Drop(at, "", "The entry names no address.");
        }
    }

    /// <summary>Reads each item of each group; the group's own name is dropped.</summary>
    private void Groups(JsonElement value, string at, string rows, Action<JsonElement, string> each) =>
        Items(
            value,
            at,
            (group, path) =>
            {
                if (group.ValueKind != JsonValueKind.Object)
                {
                    values.Wrong(group, path, $"an object with {rows}");
                    return;
                }

                foreach (var member in group.EnumerateObject())
                {
                    if (member.Name == rows)
                    {
                        Items(member.Value, $"{path}.{rows}", each);
                    }
                    else
                    {
                        Beside(member, $"{path}.{member.Name}");
                    }
                }

                if (!group.EnumerateObject().Any())
                {
                    report.AddEmpty(path);
                }
            }
        );

    /// <summary>Returns the items of a list. PowerShell writes a list of one item as that item.</summary>
    private void Items(JsonElement value, string at, Action<JsonElement, string> each)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                foreach (var (i, item) in value.EnumerateArray().Index())
                {
                    each(item, $"{at}[{i}]");
                }

                break;
            case JsonValueKind.Array or JsonValueKind.Null:
                report.AddEmpty(at);
                break;
            default:
                each(value, at);
                break;
        }
    }

    /// <summary>Reports a member that is not part of the value.</summary>
    private void Beside(JsonProperty member, string at)
    {
        switch (member.Name)
        {
            case "@odata.type":
                report.AddImported(at, IntuneEnvelope.Value(member.Value), null, "The type of the object.");
                break;
            case "displayName" when member.Value.ValueKind is JsonValueKind.String && member.Value.GetString()!.Length > 0:
                report.Drop(at, member.Value.GetString()!, "The group’s name is not needed: its rows are in a single list.");
                break;
            case "displayName"
            or "description" when member.Value.ValueKind is JsonValueKind.Null or JsonValueKind.String && $"{member.Value}".Length == 0:
                report.AddEmpty(at);
                break;
            case "id" or "version" or "fileHash":
                report.Drop(at, IntuneEnvelope.Value(member.Value), Bookkeeping);
                break;
            default:
                report.Drop(at, IntuneEnvelope.Value(member.Value), "MamConsole does not recognize this.");
                break;
        }
    }
}

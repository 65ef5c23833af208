using System.Collections.Frozen;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>Rules W-NET for hosts, domains and proxies, row by row (docs/reference/wip-authoring.md §6).</summary>
internal static class BoundaryRowRules
{
    /// <summary>
    /// Suffixes and hosts that all customers of a cloud service share; as cloud resources they would make the data of all customers work
    /// data.
    /// </summary>
    private static readonly FrozenSet<string> Shared = FrozenSet.ToFrozenSet([
        "sharepoint.com",
        "office.com",
        "office365.com",
        "outlook.com",
        "live.com",
        "onedrive.live.com",
        "microsoft.com",
        "microsoftonline.com",
        "officeapps.live.com",
        "dynamics.com",
        "visualstudio.com",
        "powerbi.com",
        "azurewebsites.net",
        "windows.net",
        "cloudapp.azure.com",
        "google.com",
        "googleapis.com",
        "dropbox.com",
        "box.com",
        "salesforce.com",
        "force.com",
        "amazonaws.com",
        "cloudfront.net",
        "github.com",
        "slack.com",
        "zoom.us",
    ]);

    private static readonly FrozenSet<string> SignIn = FrozenSet.ToFrozenSet([
        "login.microsoftonline.com",
        "login.windows.net",
        "login.live.com",
    ]);

    public static void CloudResources(NetworkBoundarySettings s, ValidationContext<NetworkBoundarySettings> c)
    {
        var neutral = new HostSet(Hosts(s.NeutralResources));
        var proxies = s.InternalProxies.Select(typed => ProxyAddress.TryParse(typed, out var proxy, out _) ? proxy.Host : null).ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, row) in s.CloudResources.Index())
        {
            var field = $"CloudResources[{i}]";
            if (AppCompatInside(row.Host, $"{field}.Host", c) || SeveralProxies(row.Host, $"{field}.Host", c))
            {
                continue;
            }

            if (!HostName.TryParse(row.Host, out var host, out var fault))
            {
                c.AddFinding($"{field}.Host", CodeOf(fault.Kind), Severity.Block, fault.Reason, fault.Suggestion);
                if (fault.Kind is TextFaultKind.Wildcard && fault.Suggestion is { } suffix)
                {
                    SharedWithOthers(suffix, $"{field}.Host", c);
                }
            }
            else
            {
                Cloud(host, $"{field}.Host", neutral, seen, c);
            }

            CloudProxy(row.Proxy, $"{field}.Proxy", proxies, c);
        }
    }

    public static void NeutralResources(NetworkBoundarySettings s, ValidationContext<NetworkBoundarySettings> c)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, typed) in s.NeutralResources.Index())
        {
            if (!HostName.TryParse(typed, out var host, out var fault))
            {
                c.AddFinding($"NeutralResources[{i}]", CodeOf(fault.Kind), Severity.Block, fault.Reason, fault.Suggestion);
            }
            else if (!seen.Add(host.Value))
            {
                c.AddFinding($"NeutralResources[{i}]", "W-NET-04", Severity.Block, "This host is already in the list.");
            }
        }
    }

    public static void DomainNames(NetworkBoundarySettings s, ValidationContext<NetworkBoundarySettings> c)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, typed) in s.DomainNames.Index())
        {
            var field = $"DomainNames[{i}]";
            if (!DomainName.TryParse(typed, NetworkBoundaryRules.DomainLabels, out var domain, out var fault))
            {
                var code = fault.Kind is TextFaultKind.NotCanonical or TextFaultKind.Malformed ? "W-NET-11" : CodeOf(fault.Kind);
                c.AddFinding(field, code, Severity.Block, fault.Reason, fault.Suggestion);
            }
            else if (!seen.Add(domain.Value))
            {
                c.AddFinding(field, "W-NET-11", Severity.Block, "This domain is already in the list.");
            }
            else if (!domain.Value.Contains('.', StringComparison.Ordinal))
            {
                c.AddFinding(
                    field,
                    "W-NET-11",
                    Severity.Note,
                    "A single label matches names that end in it, but this is not documented: test it on a device."
                );
            }
        }
    }

    public static void Proxies(NetworkBoundarySettings s, ValidationContext<NetworkBoundarySettings> c)
    {
        var inside = List(s.InternalProxies, "InternalProxies", c).Select(one => one.Host).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, host) in List(s.ExternalProxies, "ExternalProxies", c))
        {
            if (inside.Contains(host))
            {
                c.AddFinding(
                    $"ExternalProxies[{i}]",
                    "W-NET-12",
                    Severity.Block,
                    "This proxy is in both lists, internal proxies and proxies to the internet. Keep it in one of them."
                );
            }
        }
    }

    private static void Cloud(
        HostName host,
        string field,
        HostSet neutral,
        HashSet<string> seen,
        ValidationContext<NetworkBoundarySettings> c
    )
    {
        if (!seen.Add(host.Value))
        {
            c.AddFinding(field, "W-NET-04", Severity.Block, "This host is already in the list.");
        }

        SharedWithOthers(host.Value, field, c);
        if (SignIn.Contains(host.Value) || neutral.Touches(host))
        {
            c.AddFinding(
                field,
                "W-NET-15",
                Severity.Warn,
                "Sign-in pages and other neutral hosts are used for work and privately. Keep this host only in the neutral resources."
            );
        }
    }

    private static void SharedWithOthers(string host, string field, ValidationContext<NetworkBoundarySettings> c)
    {
        if (Shared.Contains(host.TrimStart('.')))
        {
            c.AddFinding(
                field,
                "W-NET-03",
                Severity.Warn,
                "Other organizations and private people use this name too: all their data would count as work. Enter your own hosts."
            );
        }
    }

    private static void CloudProxy(string typed, string field, HashSet<string?> inside, ValidationContext<NetworkBoundarySettings> c)
    {
        if (typed.Length == 0)
        {
            return;
        }

        if (!ProxyAddress.TryParse(typed, out var proxy, out var fault))
        {
            c.AddFinding(
                field,
                fault.Kind is TextFaultKind.Separator ? "W-NET-06" : CodeOf(fault.Kind),
                Severity.Block,
                fault.Kind is TextFaultKind.Separator ? "A resource can have only one proxy." : fault.Reason,
                fault.Suggestion
            );
            return;
        }

        if (!inside.Contains(proxy.Host))
        {
            c.AddFinding(field, "W-NET-06", Severity.Block, "This proxy must also be in the list of internal proxies.");
        }

        if (proxy.Port is not null)
        {
            c.AddFinding(
                field,
                "W-NET-06",
                Severity.Warn,
                "Windows uses port 80 for the proxy of a resource, regardless of the port entered here.",
                proxy.Host
            );
        }
    }

    private static List<(int Index, string Host)> List(ValueList<string> proxies, string list, ValidationContext<NetworkBoundarySettings> c)
    {
        var hosts = new List<(int Index, string Host)>();
        var seen = new HashSet<ProxyAddress>();
        foreach (var (i, typed) in proxies.Index())
        {
            if (!ProxyAddress.TryParse(typed, out var proxy, out var fault))
            {
                c.AddFinding(
                    $"{list}[{i}]",
                    fault.Kind is TextFaultKind.Separator && typed.Contains(';', StringComparison.Ordinal)
                        ? "W-NET-13"
                        : CodeOf(fault.Kind),
                    Severity.Block,
                    fault.Reason,
                    fault.Suggestion
                );
            }
            else if (!seen.Add(proxy))
            {
                c.AddFinding($"{list}[{i}]", "W-NET-04", Severity.Block, "This proxy is already in the list.");
            }
            else
            {
                hosts.Add((i, proxy.Host));
            }
        }

        return hosts;
    }

    private static bool AppCompatInside(string host, string field, ValidationContext<NetworkBoundarySettings> c)
    {
        var at = host.IndexOf(NetworkBoundaryCompiler.AppCompatItem, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return false;
        }

        var rest = host.Remove(at, NetworkBoundaryCompiler.AppCompatItem.Length).Trim();
        c.AddFinding(
            field,
            "W-NET-05",
            Severity.Block,
            "Do not enter AppCompat as a host: use the separate setting, from which the server creates the item.",
            HostName.TryParse(rest, out _, out _) ? rest : null
        );
        return true;
    }

    private static bool SeveralProxies(string host, string field, ValidationContext<NetworkBoundarySettings> c)
    {
        if (host.Split(',') is not { Length: > 1 } parts || !HostName.TryParse(parts[0].Trim(), out var first, out _))
        {
            return false;
        }

        c.AddFinding(
            field,
            "W-NET-06",
            Severity.Block,
            parts.Length > 2 ? "A resource can have only one proxy, which belongs in its own field." : "Enter the proxy in its own field.",
            first.Value
        );
        return true;
    }

    private static HostName[] Hosts(ValueList<string> rows) =>
        [.. rows.Select(typed => HostName.TryParse(typed, out var host, out _) ? host : null).OfType<HostName>()];

    private static string CodeOf(TextFaultKind kind) =>
        kind switch
        {
            TextFaultKind.Wildcard => "W-NET-02",
            TextFaultKind.Empty or TextFaultKind.Separator or TextFaultKind.StrayDot => "W-NET-04",
            _ => "W-NET-01",
        };
}

using FluentValidation;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>
/// Rules CON-28 (the enterprise ID that triggers a connection), CON-29 (several connections that connect automatically) and W-NET-18 of
/// docs/reference/wip-authoring.md §6.
/// </summary>
internal sealed class ConnectivityCrossChecks : AbstractValidator<ConnectivitySettings>
{
    public ConnectivityCrossChecks()
    {
        RuleFor(s => s).Custom(Work);
        RuleFor(s => s).Custom(CloudOnly);
    }

    private static void Work(ConnectivitySettings s, ValidationContext<ConnectivitySettings> c)
    {
        var primary = c.Policy().InformationProtection.CanonicalPrimaryId;
        var linked = 0;
        var alwaysOn = 0;
        foreach (var (i, vpn) in s.Vpn.Index().Take(ConnectivitySettings.MaximumVpn))
        {
            if (VpnRules.EnterpriseIdOf(vpn, primary) is { } id)
            {
                Link(vpn, $"Vpn[{i}]", id, primary, ++linked, c);
            }

            if (VpnRules.IsAlwaysOn(vpn) && ++alwaysOn == 2)
            {
                c.AddFinding(
                    $"Vpn[{i}]{(vpn is VpnProfile.ByForm ? ".AlwaysOn" : ".Xml")}",
                    "CON-29",
                    Severity.Warn,
                    "Only one VPN connection can connect automatically: Windows uses the last one. Let people connect the others manually."
                );
            }
        }
    }

    private static void Link(VpnProfile vpn, string row, string id, string? primary, int number, ValidationContext<ConnectivitySettings> c)
    {
        var field = vpn is VpnProfile.ByForm ? $"{row}.ForWorkApps" : $"{row}.Xml";
        if (primary is null)
        {
            c.AddFinding(
                field,
                "CON-28",
                Severity.Block,
                "Work apps trigger the connection by the enterprise ID, but this policy has none. Add it, or let people connect manually."
            );
        }
        else if (!string.Equals(DomainName.Canonical(id) ?? id, primary, StringComparison.Ordinal))
        {
            c.AddFinding(
                field,
                "CON-28",
                Severity.Warn,
                $"EdpModeId names {id}, but this policy protects {primary}: work apps would not connect. Use the same domain in both."
            );
        }
        else if (number == 2)
        {
            c.AddFinding(
                field,
                "CON-28",
                Severity.Warn,
                "Only one VPN connection can serve work apps: Windows does not document which of two it uses."
            );
        }
    }

    /// <summary>Microsoft recommends leaving Wi-Fi and VPN out of policies that protect only cloud resources.</summary>
    private static void CloudOnly(ConnectivitySettings s, ValidationContext<ConnectivitySettings> c)
    {
        var boundary = c.Policy().NetworkBoundary;
        if (IsCloudOnly(boundary) && (s.Vpn.Count > 0 || s.Wifi.Count > 0))
        {
            c.AddFinding(
                s.Vpn.Count > 0 ? "Vpn" : "Wifi",
                "W-NET-18",
                Severity.Note,
                "The network boundary contains only cloud resources, which are reachable from any network. Microsoft recommends leaving "
                    + "Wi-Fi and VPN out of such a policy: remove them unless people need them for other purposes."
            );
        }
    }

    private static bool IsCloudOnly(NetworkBoundarySettings boundary) =>
        boundary is { CloudResources.Count: > 0, IpRanges.Count: 0, DomainNames.Count: 0 };
}

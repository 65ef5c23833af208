using FluentValidation;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>
/// CON-28 the enterprise ID that starts a connection, CON-29 several that connect by themselves; W-NET-18 of
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
                    "Only one connection can be the one that connects by itself: Windows takes the last. Let people connect the others."
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
                "Work apps connect by the enterprise ID, and this policy has none yet. Add it in Windows Information Protection, or let people connect."
            );
        }
        else if (!string.Equals(DomainName.Canonical(id) ?? id, primary, StringComparison.Ordinal))
        {
            c.AddFinding(
                field,
                "CON-28",
                Severity.Warn,
                $"EdpModeId names {id}, this policy protects {primary}: work apps would not connect. Make both the same."
            );
        }
        else if (number == 2)
        {
            c.AddFinding(
                field,
                "CON-28",
                Severity.Warn,
                "Only one connection can serve work apps: Windows does not say which of two it takes."
            );
        }
    }

    /// <summary>Microsoft's advice: who protects nothing but cloud resources leaves Wi-Fi and VPN out.</summary>
    private static void CloudOnly(ConnectivitySettings s, ValidationContext<ConnectivitySettings> c)
    {
        var boundary = c.Policy().NetworkBoundary;
        if (IsCloudOnly(boundary) && (s.Vpn.Count > 0 || s.Wifi.Count > 0))
        {
            c.AddFinding(
                s.Vpn.Count > 0 ? "Vpn" : "Wifi",
                "W-NET-18",
                Severity.Note,
                "The network boundary names cloud resources alone. They are reached from anywhere, so that Microsoft advises to leave "
                    + "Wi-Fi and VPN out: remove them, unless people need them for something else."
            );
        }
    }

    private static bool IsCloudOnly(NetworkBoundarySettings boundary) =>
        boundary is { CloudResources.Count: > 0, IpRanges.Count: 0, DomainNames.Count: 0 };
}

using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Rules CON about networks and connections as a whole; those about one are in <see cref="WifiRules"/> and <see cref="VpnRules"/>. CON-12
/// how many, CON-28 the link to
/// work, CON-29 several that connect by themselves; W-NET-18 of docs/reference/wip-authoring.md §6.
/// </summary>
internal sealed class ConnectivityValidator : AbstractValidator<ConnectivitySettings>
{
    public ConnectivityValidator()
    {
        RuleFor(s => s).Custom(Rows);
    }

    private static void Rows(ConnectivitySettings s, ValidationContext<ConnectivitySettings> c)
    {
        // Two addresses that differ only in their case are one to the compiler.
        var networks = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var connections = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, network) in s.Wifi.Index().Take(ConnectivitySettings.MaximumWifi))
        {
            WifiRules.Check(network, $"Wifi[{i}]", networks, c);
            c.CheckSecret($"Wifi[{i}].Key", network.Key);
        }

        foreach (var (i, vpn) in s.Vpn.Index().Take(ConnectivitySettings.MaximumVpn))
        {
            VpnRules.Check(vpn, $"Vpn[{i}]", connections, c);
            c.CheckSecret($"Vpn[{i}].PresharedKey", vpn.PresharedKey);
        }

        if (s.Wifi.Count > ConnectivitySettings.MaximumWifi)
        {
            c.AddFinding(
                "Wifi",
                "CON-12",
                Severity.Block,
                $"At most {ConnectivitySettings.MaximumWifi} networks; those beyond were not looked at."
            );
        }

        if (s.Vpn.Count > ConnectivitySettings.MaximumVpn)
        {
            c.AddFinding(
                "Vpn",
                "CON-12",
                Severity.Block,
                $"At most {ConnectivitySettings.MaximumVpn} connections; those beyond were not looked at."
            );
        }
    }
}

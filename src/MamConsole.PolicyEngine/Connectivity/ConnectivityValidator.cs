using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Rules CON for networks and connections as a whole; those for one are in <see cref="WifiRules"/> and <see cref="VpnRules"/>. CON-12
/// number of rows, CON-28 the link to work apps, CON-29 several connections that connect automatically; W-NET-18 of
/// docs/reference/wip-authoring.md §6.
/// </summary>
internal sealed class ConnectivityValidator : AbstractValidator<ConnectivitySettings>
{
    public ConnectivityValidator()
    {
        RuleFor(s => s).Custom(Rows);
    }

    private static void Rows(ConnectivitySettings s, ValidationContext<ConnectivitySettings> c)
    {
        // Two node addresses that differ only in case are the same to the compiler.
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
                $"A policy can have at most {ConnectivitySettings.MaximumWifi} networks; the others were not checked."
            );
        }

        if (s.Vpn.Count > ConnectivitySettings.MaximumVpn)
        {
            c.AddFinding(
                "Vpn",
                "CON-12",
                Severity.Block,
                $"A policy can have at most {ConnectivitySettings.MaximumVpn} connections; the others were not checked."
            );
        }
    }
}

using FluentValidation;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>W-NET-07, 16, 17 and 19: what a network boundary lacks once WIP is on (docs/reference/wip-authoring.md §6).</summary>
internal sealed class NetworkBoundaryCrossChecks : AbstractValidator<NetworkBoundarySettings>
{
    public NetworkBoundaryCrossChecks()
    {
        RuleFor(s => s).Custom(Check);
    }

    private static void Check(NetworkBoundarySettings s, ValidationContext<NetworkBoundarySettings> c)
    {
        if (!c.Policy().InformationProtection.Protects)
        {
            return;
        }

        if (s == new NetworkBoundarySettings())
        {
            c.AddFinding(
                "CloudResources",
                "W-NET-17",
                Severity.Warn,
                "Without a network boundary, Windows treats no data from the network as work data."
            );
        }

        if (s.CloudResources.Count > 0 && s.NeutralResources.Count == 0)
        {
            c.AddFinding(
                "NeutralResources",
                "W-NET-16",
                Severity.Warn,
                "Sign-in pages are missing: add login.microsoftonline.com and login.windows.net, or sign-in to work resources may fail."
            );
        }

        if (
            s.CloudResources.Count > 0
            && s.AppCompat != true
            && s.CloudResources.All(row => row.Proxy.Length == 0)
            && !c.Policy().AppRules.Allowed.Any(rule => !rule.Deny && KnownApps.TryFind(rule, out var app) && app.IsBrowser)
        )
        {
            c.AddFinding(
                "AppCompat",
                "W-NET-07",
                Severity.Warn,
                "No browser is among the protected apps. "
                    + "Other browsers that connect to these hosts by IP address would be blocked, unless you allow apps that WIP cannot "
                    + "classify or name a proxy."
            );
        }

        if (c.Facts().Fleet is { HomeEditions: > 0 } fleet && s != new NetworkBoundarySettings())
        {
            c.AddFinding(
                "CloudResources",
                "W-NET-19",
                Severity.Warn,
                $"{Wording.Unit(fleet.HomeEditions, "PC")} of {fleet.Devices} run{(fleet.HomeEditions == 1 ? "s" : "")} a Home edition, "
                    + "where Windows may not accept a network boundary."
            );
        }
    }
}

using FluentValidation;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>Rules W-NET about the boundary as a whole (docs/reference/wip-authoring.md §6); those about rows are in
/// <see cref="BoundaryRowRules"/> and
/// <see cref="AddressRangeRules"/>.</summary>
internal sealed class NetworkBoundaryValidator : AbstractValidator<NetworkBoundarySettings>
{
    public NetworkBoundaryValidator()
    {
        RuleFor(s => s).Custom(BoundaryRowRules.CloudResources);
        RuleFor(s => s).Custom(BoundaryRowRules.NeutralResources);
        RuleFor(s => s).Custom(BoundaryRowRules.DomainNames);
        RuleFor(s => s).Custom(BoundaryRowRules.Proxies);
        RuleFor(s => s).Custom(AddressRangeRules.Check);
        RuleFor(s => s).Custom(Whole);
    }

    private static void Whole(NetworkBoundarySettings s, ValidationContext<NetworkBoundarySettings> c)
    {
        if (s.IpRangesAreAuthoritative == true && s.IpRanges.Count == 0)
        {
            c.AddFinding(
                "IpRangesAreAuthoritative",
                "W-NET-14",
                Severity.Warn,
                "The ranges are declared complete, but there is none: no address would count as work."
            );
        }

        if (s.ProxiesAreAuthoritative == true && s.InternalProxies.Count == 0 && s.ExternalProxies.Count == 0)
        {
            c.AddFinding("ProxiesAreAuthoritative", "W-NET-14", Severity.Warn, "The proxies are declared complete, but there is none.");
        }

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
                "Without a boundary nothing that comes from the network is known to be work data."
            );
        }

        if (s.CloudResources.Count > 0 && s.NeutralResources.Count == 0)
        {
            c.AddFinding(
                "NeutralResources",
                "W-NET-16",
                Severity.Warn,
                "Sign-in pages are missing: add login.microsoftonline.com and login.windows.net, or signing in to work resources may fail."
            );
        }

        if (
            s.CloudResources.Count > 0
            && s.AppCompat != true
            && s.CloudResources.All(row => row.Proxy.Length == 0)
            && !c.Policy().AppRules.Allowed.Any(rule => !rule.Deny && AppRules.KnownApps.TryFind(rule, out var app) && app.IsBrowser)
        )
        {
            c.AddFinding(
                "AppCompat",
                "W-NET-07",
                Severity.Warn,
                "No browser is among the work apps. "
                    + "Other browsers that reach these hosts by address would be blocked, unless you let unknown apps connect or name "
                    + "a proxy."
            );
        }

        if (c.Facts().Fleet is { HomeEditions: > 0 } fleet && s != new NetworkBoundarySettings())
        {
            c.AddFinding(
                "CloudResources",
                "W-NET-19",
                Severity.Warn,
                $"{Wording.Unit(fleet.HomeEditions, "PC")} of {fleet.Devices} run{(fleet.HomeEditions == 1 ? "s" : "")} a Home edition, "
                    + "where Windows may not take a network boundary."
            );
        }
    }
}

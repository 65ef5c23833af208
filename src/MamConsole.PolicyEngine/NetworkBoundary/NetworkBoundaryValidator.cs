using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>Rules W-NET for the network boundary as a whole (docs/reference/wip-authoring.md §6); rules for rows are in
/// <see cref="BoundaryRowRules"/> and <see cref="AddressRangeRules"/>.</summary>
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
                "The list of ranges is authoritative, but it is empty: no address would count as work."
            );
        }

        if (s.ProxiesAreAuthoritative == true && s.InternalProxies.Count == 0 && s.ExternalProxies.Count == 0)
        {
            c.AddFinding("ProxiesAreAuthoritative", "W-NET-14", Severity.Warn, "The list of proxies is authoritative, but it is empty.");
        }
    }
}

using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>
/// Compares WIP with the apps (W-MODE-04), the network boundary (W-SMB-03) and the MDM handoff (W-REV-04, W-REV-05;
/// docs/reference/wip-authoring.md §2, §7).
/// </summary>
internal sealed class InformationProtectionCrossChecks : AbstractValidator<InformationProtectionSettings>
{
    public InformationProtectionCrossChecks()
    {
        RuleFor(s => s).Custom(Apps);
        RuleFor(s => s).Custom(FileShares);
        RuleFor(s => s).Custom(Handoff);
    }

    private static void Apps(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        if (s.Protects && !c.Policy().AppRules.Allowed.Any(rule => !rule.Deny))
        {
            c.AddFinding(
                "Mode",
                "W-MODE-04",
                Severity.Block,
                "No app is allowed to access work data, so people would be locked out of it. Allow at least one app, or turn WIP off."
            );
        }
    }

    private static void FileShares(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        if (s.SmbExtensions.Count > 0 && c.Policy().NetworkBoundary is { IpRanges.Count: 0, DomainNames.Count: 0 })
        {
            c.AddFinding(
                "SmbExtensions",
                "W-SMB-03",
                Severity.Warn,
                "Windows cannot recognize corporate file shares: the network boundary has neither IP ranges nor domain names."
            );
        }
    }

    private static void Handoff(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        var offersMdm = Wording.Typed(c.Policy().Handoff.DiscoveryUrl) is not null;
        if (s.RevokeOnMdmHandoff == false && !offersMdm)
        {
            c.AddFinding("RevokeOnMdmHandoff", "W-REV-04", Severity.Warn, "This has no effect until the policy offers the MDM handoff.");
        }

        if (s.RevokeOnMdmHandoff != false && offersMdm && s.Protects)
        {
            c.AddFinding(
                "RevokeOnMdmHandoff",
                "W-REV-05",
                Severity.Warn,
                "People who accept the MDM handoff lose access to their work files. Retain the keys instead."
            );
        }
    }
}

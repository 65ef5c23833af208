using FluentValidation;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>
/// Compares the MDM handoff with the rest of the policy: rows of the decision table of docs/reference/handoff.md §4, what Windows removes
/// together with MAM, and the order in which keys are retained and the handoff is offered.
/// </summary>
internal sealed class HandoffCrossChecks : AbstractValidator<HandoffSettings>
{
    public HandoffCrossChecks()
    {
        RuleFor(s => s).Custom(StatedId);
        RuleFor(s => s).Custom(Move);
    }

    private static void StatedId(HandoffSettings s, ValidationContext<HandoffSettings> c)
    {
        var stated = s.MdmEnterpriseId.Split('|')[0].Trim();
        if (
            DomainName.Canonical(stated) is not null
            && c.Policy().InformationProtection.PrimaryId is { } own
            && HandoffTable.SamePrimary(own, stated) == false
        )
        {
            c.AddFinding(
                nameof(s.MdmEnterpriseId),
                "W-ID-09",
                Severity.Warn,
                $"The MDM protects files of {DomainName.Canonical(stated)}, this policy protects files of {own}. The MDM handoff "
                    + "would make work files unreadable."
            );
        }
    }

    private static void Move(HandoffSettings s, ValidationContext<HandoffSettings> c)
    {
        if (Wording.Typed(s.DiscoveryUrl) is null)
        {
            return;
        }

        const string Field = "DiscoveryUrl";
        var policy = c.Policy();
        var protection = policy.InformationProtection;
        var verdict = HandoffTable.Decide(
            new HandoffFacts(
                true,
                IsHome: false,
                null,
                protection.Protects,
                s.WipInMdm,
                protection.PrimaryId,
                s.MdmEnterpriseId,
                protection.RevokeOnMdmHandoff,
                protection.RevokeOnUnenroll
            )
        );
        if (SeverityOf(verdict) is { } severity)
        {
            c.AddFinding(Field, verdict.Row, severity, verdict.Message);
        }

        HomeEditions(Field, c);
        Connections(Field, c);
        var last = c.Context().LastPublished;
        var wasOffered = last is not null && Wording.Typed(last.Handoff.DiscoveryUrl) is not null;
        if (wasOffered && HandoffTable.SamePrimary(last?.InformationProtection.PrimaryId, protection.PrimaryId) == false)
        {
            c.AddFinding(
                Field,
                "HO-ID-01",
                Severity.Block,
                "The primary domain changed after the MDM handoff was offered. Withdraw the offer first."
            );
        }

        if (
            !wasOffered
            && protection.Protects
            && protection.RevokeOnMdmHandoff == false
            && last?.InformationProtection.RevokeOnMdmHandoff != false
        )
        {
            c.AddFinding(
                Field,
                "HO-ORD-01",
                Severity.Note,
                "A PC receives the link only after it has confirmed that it retains its keys on MDM handoff."
                    + (
                        c.Facts().Fleet is { Devices: > 0 } fleet
                            ? $" {fleet.RetainKeysOnHandoff} of {Wording.Unit(fleet.Devices, "PC")} have confirmed it so far."
                            : ""
                    )
            );
        }

        if (policy.DeviceLock != new DeviceLockSettings() || policy.HelloPin != new HelloPinSettings())
        {
            c.AddFinding(
                Field,
                "HO-PIN-01",
                Severity.Note,
                "The MDM's rules for locks and PINs may differ: people may have to set a new PIN after the MDM handoff."
            );
        }
    }

    /// <summary>HO-VPN-01: settings that were delivered by MAM are removed together with it.</summary>
    private static void Connections(string field, ValidationContext<HandoffSettings> c)
    {
        if (c.Policy().Connectivity != new ConnectivitySettings() || c.Policy().Certificates != new CertificatesSettings())
        {
            c.AddFinding(
                field,
                "HO-VPN-01",
                Severity.Note,
                "Wi-Fi networks, VPN connections and certificates of this policy are removed from the PC on MDM handoff: the MDM must "
                    + "deliver its own, or people lose network access."
            );
        }
    }

    private static void HomeEditions(string field, ValidationContext<HandoffSettings> c)
    {
        if (c.Facts().Fleet is { TooOld: > 0 and var old })
        {
            c.AddFinding(
                field,
                "H02",
                Severity.Warn,
                $"{Wording.Unit(old, "PC")} that run Windows before version 1703 never show{(old == 1 ? "s" : "")} the link. Update "
                    + $"{(old == 1 ? "it" : "them")} first."
            );
        }

        if (c.Facts().Fleet is not { HomeEditions: > 0 and var homes })
        {
            return;
        }

        var (code, severity, message) = c.Policy().InformationProtection.Protects
            ? (
                "HO-ED-01",
                Severity.Block,
                $"{Wording.Unit(homes, "PC")} with a Home edition would lose access to work files on MDM handoff. Offer it to other "
                    + "PCs in a separate policy."
            )
            : (
                "H04",
                Severity.Warn,
                $"{Wording.Unit(homes, "PC")} with a Home edition would be offered the MDM handoff, which is not recommended there."
            );
        c.AddFinding(field, code, severity, message);
    }

    /// <summary>
    /// An MDM handoff that revokes keys may be intended and is a warning to confirm. One that loses files because the MDM is not ready is
    /// blocked.
    /// </summary>
    private static Severity? SeverityOf(HandoffVerdict verdict) =>
        (verdict.Row, verdict.Severity) switch
        {
            ("H10" or "H11", _) => Severity.Danger,
            (_, HandoffSeverity.Error) => Severity.Block,
            (_, HandoffSeverity.Warning) => Severity.Warn,
            _ => null,
        };
}

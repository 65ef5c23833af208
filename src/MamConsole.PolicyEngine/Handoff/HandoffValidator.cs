using FluentValidation;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>Rules HO (docs/reference/handoff.md §4) and the rows of its decision table that speak of a whole policy.</summary>
/// <remarks>
/// HO-PROV-01 is the compiler's promise: the provider in the node is the one that enrollment hands out. HO-URL-04 asks whether PCs reach
/// the MDM and trust its
/// certificate: rules never call anybody, so it speaks only where the name alone tells that no public certificate can hold it.
/// </remarks>
internal sealed class HandoffValidator : AbstractValidator<HandoffSettings>
{
    public HandoffValidator()
    {
        RuleFor(s => s).Custom(Address);
        RuleFor(s => s).Custom(StatedId);
        RuleFor(s => s).Custom(Withdrawal);
        RuleFor(s => s).Custom(Move);
    }

    /// <summary>Ends of names that no public certificate authority may sign: they belong to nobody on the internet.</summary>
    private static readonly string[] PrivateEnds =
    [
        ".lan",
        ".local",
        ".internal",
        ".intranet",
        ".corp",
        ".home",
        ".private",
        ".home.arpa",
        ".test",
        ".localhost",
    ];

    private static void Address(HandoffSettings s, ValidationContext<HandoffSettings> c)
    {
        if (Wording.Typed(s.DiscoveryUrl) is not { } typed)
        {
            return;
        }

        const string Field = "DiscoveryUrl";
        if (HandoffAddress.TryRead(typed) is not { } url)
        {
            c.AddFinding(
                Field,
                "HO-URL-01",
                Severity.Block,
                "Write an absolute https address with a host name, without user and fragment.",
                typed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? string.Concat("https://", typed.AsSpan(7)) : null
            );
            return;
        }

        if (
            c.Facts().Tenant.EnrollmentUrl is { } own
            && url.IdnHost.Equals(own.IdnHost, StringComparison.OrdinalIgnoreCase)
            && url.Port == own.Port
        )
        {
            c.AddFinding(
                Field,
                "HO-URL-03",
                Severity.Block,
                "This is this server's own address: people would be sent in a circle. Write the MDM's."
            );
        }
        else if (
            !url.AbsolutePath.Contains("discovery", StringComparison.OrdinalIgnoreCase)
            && !url.AbsolutePath.Contains("enroll", StringComparison.OrdinalIgnoreCase)
        )
        {
            c.AddFinding(
                Field,
                "HO-URL-02",
                Severity.Warn,
                "This does not look like a discovery address, which often ends in /EnrollmentServer/Discovery.svc. A portal's page "
                    + "would not do."
            );
        }

        var host = url.IdnHost.TrimEnd('.');
        if (
            !host.Contains('.', StringComparison.Ordinal)
            || Array.Exists(PrivateEnds, end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        )
        {
            c.AddFinding(
                Field,
                "HO-URL-04",
                Severity.Warn,
                $"No public certificate exists for {host}: PCs must reach this name and trust its certificate by themselves, or "
                    + "the move fails. Use a public name, or make sure that they have its root certificate."
            );
        }
    }

    private static void StatedId(HandoffSettings s, ValidationContext<HandoffSettings> c)
    {
        if (s.MdmEnterpriseId.Split('|')[0].Trim() is not { Length: > 0 } stated)
        {
            return;
        }

        const string Field = "MdmEnterpriseId";
        if (DomainName.Canonical(stated) is null)
        {
            _ = DomainName.TryParse(stated, out _, out var fault);
            c.AddFinding(Field, "W-ID-04", Severity.Block, fault?.Reason ?? "This is not a domain.", fault?.Suggestion);
        }
        else if (HandoffWords.Primary(c.Policy()) is { } own && HandoffTable.SamePrimary(own, stated) == false)
        {
            c.AddFinding(
                Field,
                "W-ID-09",
                Severity.Warn,
                $"The MDM protects files of {DomainName.Canonical(stated)}, this policy those of {own}. Moving from one to the "
                    + "other loses work files."
            );
        }
    }

    private static void Withdrawal(HandoffSettings s, ValidationContext<HandoffSettings> c)
    {
        if (Wording.Typed(s.DiscoveryUrl) is null && Offered(c.Facts().LastPublished))
        {
            c.AddFinding("DiscoveryUrl", "HO-URL-05", Severity.Note, "The offer is withdrawn. A PC shows the link until it calls in.");
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
                HandoffWords.Primary(policy),
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
        var last = c.Facts().LastPublished;
        var wasOffered = Offered(last);
        if (wasOffered && HandoffTable.SamePrimary(HandoffWords.Primary(last), HandoffWords.Primary(policy)) == false)
        {
            c.AddFinding(
                Field,
                "HO-ID-01",
                Severity.Block,
                "The first domain changed since the move was offered. Withdraw the offer first."
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
                "Each PC gets the link only after it confirmed that it keeps its keys on the move."
                    + (
                        c.Facts().Fleet is { Devices: > 0 } fleet
                            ? $" {fleet.RetainKeysOnHandoff} of {Wording.Unit(fleet.Devices, "PC")} confirmed it so far."
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
                "The MDM's rules for locks and PINs may differ: people may be asked for a new PIN after the move."
            );
        }
    }

    /// <summary>HO-VPN-01: what came with MAM goes with it.</summary>
    private static void Connections(string field, ValidationContext<HandoffSettings> c)
    {
        if (c.Policy().Connectivity != new ConnectivitySettings() || c.Policy().Certificates != new CertificatesSettings())
        {
            c.AddFinding(
                field,
                "HO-VPN-01",
                Severity.Note,
                "Wi-Fi networks, VPN connections and certificates of this policy leave the PC with it: the MDM must bring its own, or "
                    + "people stand before the door."
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
                $"{Wording.Unit(old, "PC")} with a Windows before version 1703 never show{(old == 1 ? "s" : "")} the link. Update "
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
                $"{Wording.Unit(homes, "PC")} with a Home edition would lose access to work files on the move. Offer it to other "
                    + "PCs in a policy of its own."
            )
            : (
                "H04",
                Severity.Warn,
                $"{Wording.Unit(homes, "PC")} with a Home edition would be offered the move; MDM on Home editions is not recommended."
            );
        c.AddFinding(field, code, severity, message);
    }

    private static bool Offered(WrittenPolicy? policy) => policy is not null && Wording.Typed(policy.Handoff.DiscoveryUrl) is not null;

    /// <summary>
    /// A move that revokes keys may be wanted: a danger. One that loses files because the other side is not ready is not: a block.
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

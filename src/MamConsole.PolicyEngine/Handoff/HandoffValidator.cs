using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>Rules HO (docs/reference/handoff.md §4) and the rows of its decision table that apply to a whole policy.</summary>
/// <remarks>
/// The compiler guarantees HO-PROV-01: the provider in the node is the one that enrollment assigns. HO-URL-04 concerns whether PCs can
/// reach the MDM and trust its certificate: rules make no network requests, so the rule applies only where the name alone shows that no
/// public certificate can exist.
/// </remarks>
internal sealed class HandoffValidator : AbstractValidator<HandoffSettings>
{
    public HandoffValidator()
    {
        RuleFor(s => s).Custom(Address);
        RuleFor(s => s).Custom(StatedId);
        RuleFor(s => s).Custom(Withdrawal);
    }

    /// <summary>Top-level domains for which no public certificate authority may issue certificates.</summary>
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
                "Enter an absolute https address with a host name, without user and fragment.",
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
            c.AddFinding(Field, "HO-URL-03", Severity.Block, "This is this server's own address. Enter the address of the MDM.");
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
                "This does not look like a discovery address, which often ends in /EnrollmentServer/Discovery.svc. The address of a "
                    + "web portal does not work."
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
                $"No public certificate can exist for {host}: PCs must be able to resolve this name and trust its certificate, or the "
                    + "MDM handoff fails. Use a public name, or make sure that PCs have its root certificate."
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
            c.AddFinding(Field, "W-ID-04", Severity.Block, fault?.Reason ?? "This is not a valid domain.", fault?.Suggestion);
        }
    }

    private static void Withdrawal(HandoffSettings s, ValidationContext<HandoffSettings> c)
    {
        if (Wording.Typed(s.DiscoveryUrl) is null && c.Last() is { } last && Wording.Typed(last.DiscoveryUrl) is not null)
        {
            c.AddFinding(
                "DiscoveryUrl",
                "HO-URL-05",
                Severity.Note,
                "The offer is withdrawn. A PC shows the link until its next check-in."
            );
        }
    }
}

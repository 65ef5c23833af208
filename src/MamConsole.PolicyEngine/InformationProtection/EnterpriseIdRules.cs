using System.Collections.Frozen;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>Rules W-ID (docs/reference/wip-authoring.md §3).</summary>
internal static class EnterpriseIdRules
{
    /// <summary>Public mail providers, which cannot be the identity of an organization.</summary>
    private static readonly FrozenSet<string> PublicMail = FrozenSet.ToFrozenSet([
        "outlook.com",
        "hotmail.com",
        "live.com",
        "msn.com",
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "ymail.com",
        "aol.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "gmx.com",
        "gmx.net",
        "gmx.de",
        "web.de",
        "t-online.de",
        "mail.com",
        "proton.me",
        "protonmail.com",
        "zoho.com",
        "yandex.com",
        "mail.ru",
        "qq.com",
        "163.com",
        "126.com",
        "orange.fr",
        "free.fr",
        "libero.it",
        "comcast.net",
    ]);

    public static void Check(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        if (s.Protects && s.EnterpriseIds.Count == 0)
        {
            c.AddFinding(
                "EnterpriseIds",
                "W-ID-01",
                Severity.Block,
                "WIP requires at least one domain of the organization; the primary domain is written to every work file."
            );
        }

        Rows(s, c);
        Verified(s, c);
        Primary(s, c.Last(), c);
    }

    private static void Rows(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, typed) in s.EnterpriseIds.Index())
        {
            var field = $"EnterpriseIds[{i}]";
            if (!DomainName.TryParse(typed, out var domain, out var fault))
            {
                c.AddFinding(field, CodeOf(fault.Kind), Severity.Block, fault.Reason, fault.Suggestion);
                continue;
            }

            if (!seen.Add(domain.Value))
            {
                c.AddFinding(field, "W-ID-05", Severity.Block, "This domain is already in the list.");
            }

            if (domain.IsAmbiguous)
            {
                c.AddFinding(
                    field,
                    "W-ID-03",
                    Severity.Warn,
                    "Windows versions treat letters such as ß in domains differently. Test this domain on a device before you rely on it."
                );
            }

            if (PublicMail.Contains(domain.Value))
            {
                c.AddFinding(
                    field,
                    "W-ID-08",
                    Severity.Warn,
                    "This is a public mail provider: the private mail of all its users would count as work."
                );
            }
        }
    }

    /// <summary>The rule applies only where the tenant's domains are configured: an assumption could be wrong.</summary>
    private static void Verified(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        if (
            c.Facts().Tenant.VerifiedDomains is not { } verified
            || s.EnterpriseIds.Count == 0
            || !DomainName.TryParse(s.EnterpriseIds[0], out var primary, out _)
        )
        {
            return;
        }

        if (!verified.Any(domain => DomainName.TryParse(domain, out var known, out _) && known == primary))
        {
            c.AddFinding(
                "EnterpriseIds[0]",
                "W-ID-07",
                Severity.Warn,
                $"{primary} is not one of your tenant’s verified domains ({Wording.List(verified)}). Verify it in Microsoft Entra, or "
                    + "move the domain that people sign in with to the first place."
            );
        }
    }

    private static string CodeOf(TextFaultKind kind) =>
        kind switch
        {
            TextFaultKind.Empty => "W-ID-01",
            TextFaultKind.Separator => "W-ID-02",
            TextFaultKind.NotCanonical => "W-ID-03",
            _ => "W-ID-04",
        };

    private static void Primary(
        InformationProtectionSettings s,
        InformationProtectionSettings? last,
        ValidationContext<InformationProtectionSettings> c
    )
    {
        if (last is null || last.EnterpriseIds.Count == 0)
        {
            return;
        }

        var was = last.EnterpriseIds[0];
        var becomes = s.EnterpriseIds.Count > 0 ? s.EnterpriseIds[0] : null;
        var field = becomes is null ? "EnterpriseIds" : "EnterpriseIds[0]";
        if (becomes == was)
        {
            if (
                s.EnterpriseIds != last.EnterpriseIds
                && s.EnterpriseIds.Order(StringComparer.Ordinal).SequenceEqual(last.EnterpriseIds.Order(StringComparer.Ordinal))
            )
            {
                c.AddFinding(
                    "EnterpriseIds",
                    "W-ID-10",
                    Severity.Note,
                    "The order of the other domains has no effect; only the first place matters."
                );
            }
        }
        else if (last.Protects)
        {
            c.AddFinding(
                field,
                "W-ID-06",
                Severity.Block,
                $"Files on the PCs have the domain {was}; another primary domain would orphan them. "
                    + "To change it: publish this policy with WIP off, wait until every PC has applied it and restarted, then publish the "
                    + "new domain.",
                becomes is null || s.EnterpriseIds.Contains(was) ? null : was
            );
        }
        else if (becomes is not null)
        {
            c.AddFinding(
                field,
                "W-ID-06",
                Severity.Warn,
                $"The primary domain changes from {was}. Make sure that every PC applied the policy with WIP off and restarted since."
            );
        }
    }
}

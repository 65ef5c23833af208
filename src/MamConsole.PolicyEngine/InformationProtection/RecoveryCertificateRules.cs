using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>
/// Rules W-DRA (docs/reference/wip-authoring.md §4), and W-DRA-08: a recovery certificate must not be lost between two versions.
/// </summary>
internal static class RecoveryCertificateRules
{
    private const string Field = "RecoveryCertificate";

    public static void Check(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        var last = c.Last();
        if (!s.RecoveryCertificates.Any())
        {
            Missing(s, last, c);
            return;
        }

        var present = new HashSet<string>(StringComparer.Ordinal);
        if (s.RecoveryCertificate is { } first)
        {
            One(first, Field);
        }

        foreach (var (i, file) in s.FurtherRecoveryCertificates.Index())
        {
            One(file, $"FurtherRecoveryCertificates[{i}]");
        }

        if (
            present.Count > 0
            && last?.RecoveryCertificates.Any(earlier => Thumbprint(earlier) is { } old && !present.Contains(old)) == true
        )
        {
            c.AddFinding(
                Field,
                "W-DRA-07",
                Severity.Note,
                "Keep the old private key: files are bound to the old certificate until they are written again."
            );
        }

        void One(UploadedCertificate file, string field)
        {
            if (Thumbprint(file) is { } thumbprint && !present.Add(thumbprint))
            {
                c.AddFinding(field, "W-DRA-05", Severity.Block, "This certificate is already in the policy. Remove it.");
                return;
            }

            Single(file, field, s.Protects, c);
        }
    }

    private static string? Thumbprint(UploadedCertificate file) =>
        InformationProtectionRules.TryCertificate(file, out var certificate, out _) ? certificate.Thumbprint : null;

    private static void Single(UploadedCertificate file, string field, bool protects, ValidationContext<InformationProtectionSettings> c)
    {
        if (!InformationProtectionRules.TryCertificate(file, out var certificate, out var reason))
        {
            c.AddFinding(field, "W-DRA-01", Severity.Block, reason);
            return;
        }

        Validity(certificate, field, protects, c.Facts().Now, c);
        if (!certificate.ForFileRecovery || certificate.RsaBits < 2048)
        {
            c.AddFinding(
                field,
                "W-DRA-04",
                Severity.Warn,
                certificate.ForFileRecovery
                    ? "The key is not RSA with 2048 bits or more; Windows may reject it for file recovery. Create a new one with cipher /r."
                    : "The certificate was not issued for file recovery; Windows may reject it. Create one with cipher /r."
            );
        }

        if (EfsRecoveryBlob.Fault(Convert.FromBase64String(certificate.Der)) is { } fault)
        {
            c.AddFinding(field, "W-DRA-05", Severity.Block, fault);
        }
    }

    private static void Missing(
        InformationProtectionSettings s,
        InformationProtectionSettings? last,
        ValidationContext<InformationProtectionSettings> c
    )
    {
        if (last?.RecoveryCertificates.Any() == true && (last.Protects || s.Protects))
        {
            c.AddFinding(
                Field,
                "W-DRA-08",
                Severity.Block,
                "The published version has a recovery certificate, but this draft has none: new files could never be recovered. "
                    + "Restore it, or upload another one."
            );
        }
        else if (s.Protects)
        {
            c.AddFinding(
                Field,
                "W-DRA-06",
                Severity.Warn,
                "There is no recovery certificate: if keys are lost, so are work files. Create one with cipher /r, and upload its .cer."
            );
        }
    }

    private static void Validity(
        RecoveryCertificate certificate,
        string field,
        bool protects,
        DateTimeOffset now,
        ValidationContext<InformationProtectionSettings> c
    )
    {
        // A policy with WIP off encrypts nothing, so it can be published whatever the state of its certificate.
        var severity = protects ? Severity.Block : Severity.Warn;
        if (certificate.NotAfter < now)
        {
            c.AddFinding(
                field,
                "W-DRA-02",
                severity,
                $"The certificate expired on {Wording.Day(certificate.NotAfter)}; Windows would not encrypt anything. Upload a new one."
            );
        }
        else if (certificate.NotBefore > now)
        {
            c.AddFinding(
                field,
                "W-DRA-02",
                severity,
                $"The certificate is not valid before {Wording.Day(certificate.NotBefore)}; Windows would not encrypt anything until then."
            );
        }
        else if (certificate.NotAfter < now.AddDays(180))
        {
            c.AddFinding(
                field,
                "W-DRA-03",
                Severity.Warn,
                $"The certificate expires on {Wording.Day(certificate.NotAfter)}. Plan its replacement: an expired one stops encryption."
            );
        }
    }
}

using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>
/// Rules W-DRA (docs/reference/wip-authoring.md §4), and W-DRA-08: a recovery certificate must not get lost between two versions.
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
                "Keep the old private key: files stay bound to the old certificate until they are written again."
            );
        }

        void One(UploadedCertificate file, string field)
        {
            if (Thumbprint(file) is { } thumbprint && !present.Add(thumbprint))
            {
                c.AddFinding(field, "W-DRA-05", Severity.Block, "This certificate stands here already: one of them is enough. Remove it.");
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
                    ? "Its key is not RSA of 2048 bits or more; Windows may refuse it for file recovery. Make a new one with cipher /r."
                    : "It was not issued for file recovery; Windows may refuse it. Make one with cipher /r."
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
                "The published version has a recovery certificate, this one has none: files written from now on could never be recovered. "
                    + "Put it back, or upload another one."
            );
        }
        else if (s.Protects)
        {
            c.AddFinding(
                Field,
                "W-DRA-06",
                Severity.Warn,
                "No recovery certificate: when keys are lost, work files are lost with them. Make one with cipher /r, and upload its .cer."
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
        // A policy that is switched off encrypts nothing, and must be publishable whatever became of its certificate.
        var severity = protects ? Severity.Block : Severity.Warn;
        if (certificate.NotAfter < now)
        {
            c.AddFinding(
                field,
                "W-DRA-02",
                severity,
                $"It expired on {Wording.Day(certificate.NotAfter)}; Windows would refuse to encrypt anything. Upload a new one."
            );
        }
        else if (certificate.NotBefore > now)
        {
            c.AddFinding(
                field,
                "W-DRA-02",
                severity,
                $"It becomes valid only on {Wording.Day(certificate.NotBefore)}; Windows would refuse to encrypt anything until then."
            );
        }
        else if (certificate.NotAfter < now.AddDays(180))
        {
            c.AddFinding(
                field,
                "W-DRA-03",
                Severity.Warn,
                $"It expires on {Wording.Day(certificate.NotAfter)}. Plan its successor: an expired one stops encryption."
            );
        }
    }
}

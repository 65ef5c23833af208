using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>
/// Our own rules; the reference has none for this area. Trusted certificates: CERT-01 no certificate, or a private key · CERT-02 expired,
/// or not valid yet ·
/// CERT-03 expires soon · CERT-04 no authority where one belongs · CERT-05 twice · CERT-06 in the wrong store · CERT-07 weak key. With
/// their key: CERT-10 no file ·
/// CERT-11 twice · CERT-12 one key on every PC · CERT-13 a key that can be copied · CERT-14 expired or soon. SCEP: <see cref="ScepRules"/>.
/// Secrets: SEC-01.
/// </summary>
internal sealed class CertificatesValidator : AbstractValidator<CertificatesSettings>
{
    private const int SoonDays = 180;

    public CertificatesValidator()
    {
        RuleFor(s => s)
            .Custom(
                (s, c) =>
                {
                    Trusted(s, c);
                    Pfx(s, c);
                    ScepRules.Check(s, c);
                    foreach (var (field, secret) in s.Secrets())
                    {
                        c.CheckSecret(field, secret);
                    }
                }
            );
    }

    private static void Trusted(CertificatesSettings s, ValidationContext<CertificatesSettings> c)
    {
        var seen = new HashSet<(TrustStore, string)>();
        foreach (var (i, row) in s.Trusted.Index())
        {
            var field = $"Trusted[{i}]";
            if (!CertificateFile.TryRead(row, out var certificate, out var reason))
            {
                c.AddFinding(field, "CERT-01", Severity.Block, reason);
                continue;
            }

            if (!seen.Add((row.Store, certificate.Thumbprint)))
            {
                c.AddFinding(field, "CERT-05", Severity.Block, $"{certificate.Name} stands in this list twice. Remove one of the two.");
            }

            Validity(field, "CERT-02", "CERT-03", certificate.NotBefore, certificate.NotAfter, c);
            CheckStore(field, row.Store, certificate, c);
            if (certificate.RsaBits < 2048)
            {
                c.AddFinding(
                    field,
                    "CERT-07",
                    Severity.Warn,
                    $"Its key has only {certificate.RsaBits} bits. Windows may refuse what it signs; use 2048 or more."
                );
            }
        }
    }

    private static void CheckStore(string field, TrustStore store, CertificateFile certificate, ValidationContext<CertificatesSettings> c)
    {
        if (store == TrustStore.Publisher)
        {
            return;
        }

        if (!certificate.IsAuthority)
        {
            c.AddFinding(
                field,
                "CERT-04",
                Severity.Warn,
                "It is no authority: it may not issue others, so nothing is trusted because of it. Upload the certificate of the "
                    + "authority that issued it."
            );
        }
        else if (store == TrustStore.Root && !certificate.IsSelfIssued)
        {
            c.AddFinding(
                field,
                "CERT-06",
                Severity.Warn,
                "Another authority issued it: it belongs to the intermediate authorities. As a root it is trusted even when the "
                    + "authority above withdraws it."
            );
        }
        else if (store == TrustStore.Intermediate && certificate.IsSelfIssued)
        {
            c.AddFinding(
                field,
                "CERT-06",
                Severity.Warn,
                "It issued itself: among the intermediate authorities it makes nothing trusted. It belongs to the roots."
            );
        }
    }

    private static void Pfx(CertificatesSettings s, ValidationContext<CertificatesSettings> c)
    {
        var seen = new HashSet<(CertificateOwner, string)>();
        foreach (var (i, row) in s.Pfx.Index())
        {
            var field = $"Pfx[{i}]";
            if (row.File is null)
            {
                c.AddFinding(
                    field,
                    "CERT-10",
                    Severity.Block,
                    "There is no file yet. Upload the .pfx with its password, or remove the row."
                );
                continue;
            }

            if (!seen.Add((row.Owner, row.Thumbprint.Length > 0 ? row.Thumbprint.ToUpperInvariant() : $"{row.File.Id}")))
            {
                c.AddFinding(field, "CERT-11", Severity.Block, "This certificate stands in the list twice. Remove one of the two.");
            }

            c.AddFinding(
                field,
                "CERT-12",
                Severity.Warn,
                "Every PC gets this same key: whoever takes it from one PC is every PC, and to withdraw it is to withdraw it from all. "
                    + "Let PCs fetch their own over SCEP if you can."
            );
            if (row.Exportable)
            {
                c.AddFinding(
                    $"{field}.Exportable",
                    "CERT-13",
                    row.KeyStorageProvider == KeyStorageProvider.Software ? Severity.Warn : Severity.Block,
                    row.KeyStorageProvider == KeyStorageProvider.Software
                        ? "Anybody who may use the key can copy it out of the PC. Say no unless you know why not."
                        : "Windows lets only keys in software be copied, and refuses the certificate otherwise. Say no, or keep "
                            + "the key in software."
                );
            }

            if (CertificateRowWords.LastDay(row) is { } lastDay)
            {
                Validity(field, "CERT-14", "CERT-14", DateTimeOffset.MinValue, lastDay.AddDays(1), c);
            }
        }
    }

    private static void Validity(
        string field,
        string expired,
        string soon,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter,
        ValidationContext<CertificatesSettings> c
    )
    {
        var now = c.Facts().Now;
        if (notAfter <= now)
        {
            c.AddFinding(field, expired, Severity.Block, $"It expired on {Wording.Day(notAfter)}. Upload its successor, or remove it.");
        }
        else if (notBefore > now)
        {
            c.AddFinding(field, expired, Severity.Warn, $"It becomes valid only on {Wording.Day(notBefore)}. Until then it does nothing.");
        }
        else if (notAfter < now.AddDays(SoonDays))
        {
            c.AddFinding(
                field,
                soon,
                Severity.Warn,
                $"It expires on {Wording.Day(notAfter)}. Plan its successor: what depends on it stops that day."
            );
        }
    }
}

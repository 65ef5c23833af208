using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>
/// Rules without a source in the reference. Trusted certificates: CERT-01 no certificate, or a private key · CERT-02 expired, or not valid
/// yet · CERT-03 expires soon · CERT-04 not an authority where one is required · CERT-05 duplicate · CERT-06 wrong store · CERT-07 weak
/// key. PFX certificates: CERT-10 no file · CERT-11 duplicate · CERT-12 one key on every PC · CERT-13 exportable key · CERT-14 expired or
/// soon. SCEP: <see cref="ScepRules"/>. Secrets: SEC-01.
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
                c.AddFinding(field, "CERT-05", Severity.Block, $"{certificate.Name} is in this list twice. Remove one of the two.");
            }

            Validity(field, "CERT-02", "CERT-03", certificate.NotBefore, certificate.NotAfter, c);
            CheckStore(field, row.Store, certificate, c);
            if (certificate.RsaBits < 2048)
            {
                c.AddFinding(
                    field,
                    "CERT-07",
                    Severity.Warn,
                    $"The key has only {certificate.RsaBits} bits. Windows may not accept its signatures; use 2048 or more."
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
                "The certificate is not an authority and cannot issue others, so it does not make other certificates trusted. Upload the "
                    + "certificate of the authority that issued it."
            );
        }
        else if (store == TrustStore.Root && !certificate.IsSelfIssued)
        {
            c.AddFinding(
                field,
                "CERT-06",
                Severity.Warn,
                "Another authority issued this certificate, so it belongs to the intermediate authorities. As a root it stays trusted even "
                    + "if that authority revokes it."
            );
        }
        else if (store == TrustStore.Intermediate && certificate.IsSelfIssued)
        {
            c.AddFinding(
                field,
                "CERT-06",
                Severity.Warn,
                "The certificate is self-signed: as an intermediate authority it has no effect. Move it to the root authorities."
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
                    "The file is missing. Upload the .pfx with its password, or remove the row."
                );
                continue;
            }

            if (!seen.Add((row.Owner, row.Thumbprint.Length > 0 ? row.Thumbprint.ToUpperInvariant() : $"{row.File.Id}")))
            {
                c.AddFinding(field, "CERT-11", Severity.Block, "This certificate is in the list twice. Remove one of the two.");
            }

            c.AddFinding(
                field,
                "CERT-12",
                Severity.Warn,
                "Every PC receives this same key: anyone who copies it from one PC can act as every PC, and revoking it affects all PCs. "
                    + "Use SCEP certificates instead if possible."
            );
            if (row.Exportable)
            {
                c.AddFinding(
                    $"{field}.Exportable",
                    "CERT-13",
                    row.KeyStorageProvider == KeyStorageProvider.Software ? Severity.Warn : Severity.Block,
                    row.KeyStorageProvider == KeyStorageProvider.Software
                        ? "Anyone who can use the key can copy it from the PC. Do not allow export unless it is required."
                        : "Windows allows export only for keys in software and otherwise rejects the certificate. Do not allow export, or "
                            + "store the key in software."
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
            c.AddFinding(
                field,
                expired,
                Severity.Block,
                $"The certificate expired on {Wording.Day(notAfter)}. Upload a new one, or remove it."
            );
        }
        else if (notBefore > now)
        {
            c.AddFinding(
                field,
                expired,
                Severity.Warn,
                $"The certificate has no effect until it becomes valid on {Wording.Day(notBefore)}."
            );
        }
        else if (notAfter < now.AddDays(SoonDays))
        {
            c.AddFinding(
                field,
                soon,
                Severity.Warn,
                $"The certificate expires on {Wording.Day(notAfter)}. Plan its replacement: services that depend on it stop on that day."
            );
        }
    }
}

using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>Describes certificates as statements.</summary>
internal static class CertificatesWords
{
    public const string Area = "Certificates";

    public static IEnumerable<Statement> Describe(CertificatesSettings s)
    {
        if (s.Trusted.Count > 0)
        {
            var read = s.Trusted.Select(Read).ToArray();
            yield return new Statement(
                "certificates.trusted",
                Area,
                CertificatesCatalog.Settings.LabelOf("trusted"),
                Wording.Unit(s.Trusted.Count, "certificate"),
                $"PCs trust {Wording.List(s.Trusted.Zip(read).Select(r => NameOf(r.First, r.Second)).ToValueList())}.",
                s.Trusted.Zip(read).Select(r => Row(r.First, r.Second)).ToValueList(),
                read.OfType<TrustedRule>()
                    .Select(rule => CertificatesCompiler.Trusted(rule).LocUri)
                    .Distinct(StringComparer.Ordinal)
                    .ToValueList()
            );
        }

        if (s.Pfx.Count > 0)
        {
            yield return new Statement(
                "certificates.pfx",
                Area,
                CertificatesCatalog.Settings.LabelOf("pfx"),
                Wording.Unit(s.Pfx.Count, "certificate"),
                $"{(s.Pfx.Any(p => p.Owner == CertificateOwner.Pc) ? "PCs and people" : "People")} receive "
                    + $"{Wording.List(s.Pfx.Select(Title).ToValueList())}, with the same private key on every PC.",
                s.Pfx.Select(Row).ToValueList(),
                s.Pfx.Where(p => p.File is not null)
                    .SelectMany(CertificatesCompiler.Pfx)
                    .Select(n => n.LocUri)
                    .Distinct(StringComparer.Ordinal)
                    .ToValueList()
            )
            {
                Secrets = s.Pfx.SelectMany(p => new[] { p.File, p.Password }).OfType<SecretReference>().ToValueList(),
            };
        }

        if (s.Scep.Count > 0)
        {
            yield return new Statement(
                "certificates.scep",
                Area,
                CertificatesCatalog.Settings.LabelOf("scep"),
                Wording.Unit(s.Scep.Count, "request"),
                $"Each PC requests {Wording.List(s.Scep.Select(Title).ToValueList())} for itself, with its own key.",
                s.Scep.Select(Row).ToValueList(),
                s.Scep.Where(p => p.Challenge is not null)
                    .SelectMany(CertificatesCompiler.Scep)
                    .Select(n => n.LocUri)
                    .Distinct(StringComparer.Ordinal)
                    .ToValueList()
            )
            {
                Secrets = s.Scep.Select(p => p.Challenge).OfType<SecretReference>().ToValueList(),
            };
        }
    }

    /// <summary>The name and the complete description of each certificate.</summary>
    public static IEnumerable<(string Name, string Row)> Rows(CertificatesSettings s) =>
        s
            .Trusted.Select(row => (Name: $"trust in {NameOf(row, Read(row))}", Row: Row(row, Read(row))))
            .Concat(s.Pfx.Select(row => ($"the certificate {Title(row)}", Row(row))))
            .Concat(s.Scep.Select(row => ($"the certificate {Title(row)}", Row(row))));

    /// <summary>The name of a certificate with its key.</summary>
    public static string Title(PfxCertificate row) => CertificateRowWords.NameOf(row) ?? "a certificate without a file";

    /// <summary>The name of a certificate request.</summary>
    public static string Title(ScepCertificate row) => CertificateRowWords.NameOf(row) ?? "a certificate without a name";

    private static TrustedRule? Read(TrustedCertificate row) =>
        CertificateFile.TryRead(row, out var certificate, out _) ? new TrustedRule(row.Store, certificate) : null;

    private static string NameOf(TrustedCertificate row, TrustedRule? rule) =>
        rule?.Certificate.Name ?? Wording.Typed(row.FileName) ?? "a file without a name";

    private static string Row(TrustedCertificate row, TrustedRule? rule) =>
        rule is null
            ? $"{NameOf(row, rule)} (no certificate)"
            : $"{rule.Certificate.Name} ({Store(row.Store)}, until {Wording.Day(rule.Certificate.NotAfter)}, "
                + $"{rule.Certificate.Thumbprint})";

    private static string Row(PfxCertificate row) =>
        $"{Title(row)} (for {Owner(row.Owner)}, key "
        + $"{KeyStorage(row.KeyStorageProvider)}{(row.Exportable ? ", exportable" : "")}"
        + $"{(CertificateRowWords.Until(row) is { } until ? $", {until}" : "")}"
        + $"{(row.Thumbprint.Length > 0 ? $", {row.Thumbprint}" : "")})";

    /// <summary>Describes a request with everything that a change could affect.</summary>
    private static string Row(ScepCertificate row)
    {
        string?[] parts =
        [
            row.Subject.Trim(),
            $"from {Wording.List(row.Servers)}",
            $"issued by {row.AuthorityThumbprint.Trim()}",
            $"for {Owner(row.Owner)}",
            $"key of {row.KeyLength.Trim()} bits {KeyStorage(row.KeyStorageProvider)}",
            row.Hash.Trim(),
            (row.ForSigning, row.ForEncryption) switch
            {
                (true, true) => "signs and encrypts",
                (true, false) => "signs",
                (false, true) => "encrypts",
                _ => "neither signs nor encrypts",
            },
            $"purposes {Wording.List(row.Purposes)}",
            row.OtherNames.Count > 0 ? $"also named {Wording.List(row.OtherNames)}" : null,
            FindingRules.Number(row.ValidFor) is > 0
                ? $"valid for {row.ValidFor.Trim()} {row.ValidUnit.ToString().ToLowerInvariant()}"
                : null,
            Wording.Typed(row.Retries) is { } retries ? $"{retries} retries" : null,
            Wording.Typed(row.RetryMinutes) is { } minutes ? $"every {Wording.Unit(minutes, "minute")}" : null,
        ];
        return $"{Title(row)} ({string.Join(", ", parts.Where(p => p is not null))})";
    }

    private static string Store(TrustStore store) =>
        store switch
        {
            TrustStore.Root => "root",
            TrustStore.Intermediate => "intermediate",
            _ => "publisher",
        };

    private static string Owner(CertificateOwner owner) => owner == CertificateOwner.Pc ? "the PC" : "the person";

    private static string KeyStorage(KeyStorageProvider provider) =>
        provider switch
        {
            KeyStorageProvider.Tpm => "in the TPM",
            KeyStorageProvider.TpmIfThere => "in the TPM if there is one",
            _ => "in software",
        };
}

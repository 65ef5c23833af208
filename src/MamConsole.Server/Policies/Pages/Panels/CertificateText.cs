using MamConsole.PolicyEngine.Certificates;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>Rows of certificates as readable text.</summary>
internal static class CertificateText
{
    public static string Name(TrustedCertificate row) => CertificateRowWords.NameOf(row) ?? "A file without a name";

    public static string Detail(TrustedCertificate row) =>
        CertificateFile.TryRead(row, out var certificate, out _)
            ? Joined(CertificateRowWords.Until(row), certificate.Thumbprint)
            : row.FileName;

    public static string Detail(PfxCertificate row) => Joined(row.Subject, CertificateRowWords.Until(row), row.Thumbprint);

    public static string Detail(ScepCertificate row) => row.Servers.Count > 0 ? row.Servers[0] : "no server yet";

    public static string Store(TrustStore store) =>
        store switch
        {
            TrustStore.Root => "Root authority",
            TrustStore.Intermediate => "Intermediate authority",
            _ => "Software publisher",
        };

    public static string Owner(CertificateOwner owner) => owner == CertificateOwner.Pc ? "the PC’s" : "the person’s";

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}

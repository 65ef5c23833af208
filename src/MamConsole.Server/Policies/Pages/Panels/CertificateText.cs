using System.Globalization;
using MamConsole.PolicyEngine.Certificates;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>Rows of certificates as people read them.</summary>
internal static class CertificateText
{
    public static string Name(TrustedCertificate row) =>
        CertificateFile.TryRead(row, out var certificate, out _) && certificate.Name.Length > 0 ? certificate.Name : row.FileName.Length > 0 ? row.FileName : "A file without a name";

    public static string Detail(TrustedCertificate row) => CertificateFile.TryRead(row, out var certificate, out _)
        ? $"until {certificate.NotAfter.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} · {certificate.Thumbprint}"
        : row.FileName;

    public static string Store(TrustStore store) => store switch
    {
        TrustStore.Root => "Root authority",
        TrustStore.Intermediate => "Intermediate authority",
        _ => "Software publisher",
    };

    public static string Name(PfxCertificate row) => row.Subject.Length > 0 ? row.Subject : row.FileName.Length > 0 ? row.FileName : "A certificate without a file";

    public static string Detail(PfxCertificate row) => string.Join(" · ", new[]
    {
        row.LastDay.Length > 0 ? $"until {row.LastDay}" : "",
        row.Thumbprint,
    }.Where(part => part.Length > 0));

    public static string Name(ScepCertificate row) => row.Name.Length > 0 ? row.Name : row.Subject.Length > 0 ? row.Subject : "A request without a name";

    public static string Detail(ScepCertificate row) => row.Servers.Count > 0 ? row.Servers[0] : "no server yet";

    public static string Owner(CertificateOwner owner) => owner == CertificateOwner.Pc ? "the PC’s" : "the person’s";
}

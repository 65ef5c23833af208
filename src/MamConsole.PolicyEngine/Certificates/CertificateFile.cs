using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The facts about one public certificate that validation and statements use.</summary>
public sealed record CertificateFile
{
    private const string PrivateKey =
        "This file contains a private key, which PCs do not need to trust a certificate. Upload the .cer file, which contains only the "
        + "certificate; add a certificate for sign-in in the lists below.";

    private const string NoCertificate = "This is not a valid certificate. Upload one certificate as .cer, .crt or .pem.";

    private const string Several =
        "This file may contain several certificates. Export each one to its own .cer file, so that each can be named and removed.";

    private CertificateFile(X509Certificate2 certificate)
    {
        Der = Convert.ToBase64String(certificate.RawData);
        Thumbprint = certificate.Thumbprint;
        Name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        NotBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        IsAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority);
        IsSelfIssued = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
        using var rsa = certificate.GetRSAPublicKey();
        RsaBits = rsa?.KeySize;
    }

    /// <summary>The certificate, DER in Base64 without line breaks.</summary>
    public string Der { get; }

    /// <summary>The SHA-1 thumbprint, 40 hexadecimal digits in capitals; it is the certificate's name on the PC.</summary>
    public string Thumbprint { get; }

    /// <summary>The short name of the subject.</summary>
    public string Name { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    /// <summary>Whether it may issue other certificates.</summary>
    public bool IsAuthority { get; }

    /// <summary>Whether it is self-signed, so that a chain can end in it.</summary>
    public bool IsSelfIssued { get; }

    /// <summary>The size of the RSA key in bits; null for other kinds of key.</summary>
    public int? RsaBits { get; }

    /// <summary>The store to which it most likely belongs.</summary>
    public TrustStore LikelyStore =>
        !IsAuthority ? TrustStore.Publisher
        : IsSelfIssued ? TrustStore.Root
        : TrustStore.Intermediate;

    /// <summary>Parses the single certificate of a file.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> file,
        [NotNullWhen(true)] out CertificateFile? certificate,
        [NotNullWhen(false)] out string? reason
    )
    {
        (certificate, reason) = Read(file);
        return certificate is not null;
    }

    /// <summary>Parses the value of <see cref="TrustedCertificate.Content"/>.</summary>
    public static bool TryRead(
        TrustedCertificate row,
        [NotNullWhen(true)] out CertificateFile? certificate,
        [NotNullWhen(false)] out string? reason
    )
    {
        ArgumentNullException.ThrowIfNull(row);
        var bytes = new byte[row.Content.Length];
        (certificate, reason) =
            row.RejectionReason is { } rejected ? (null, rejected)
            : Convert.TryFromBase64String(row.Content, bytes, out var length) ? Read(bytes.AsSpan(0, length))
            : (null, NoCertificate);
        return certificate is not null;
    }

    private static (CertificateFile?, string?) Read(ReadOnlySpan<byte> file)
    {
        var text = Encoding.Latin1.GetString(file);
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return (null, PrivateKey);
        }

        try
        {
            var bytes = text.Contains("-----BEGIN", StringComparison.Ordinal) ? file.ToArray() : Base64(text) ?? file.ToArray();
            return bytes.Length == 0
                ? (null, NoCertificate)
                : X509Certificate2.GetCertContentType(bytes) switch
                {
                    X509ContentType.Pfx => (null, PrivateKey),
                    X509ContentType.Pkcs7 => (null, Several),
                    X509ContentType.Cert when text.Split("-----BEGIN CERTIFICATE-----").Length > 2 => (null, Several),
                    X509ContentType.Cert => One(bytes),
                    _ => (null, NoCertificate),
                };
        }
        catch (CryptographicException)
        {
            return (null, NoCertificate);
        }
    }

    private static (CertificateFile?, string?) One(byte[] bytes)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(bytes);
        return (new CertificateFile(certificate), null);
    }

    private static byte[]? Base64(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) && length > 0 ? buffer[..length] : null;
    }
}

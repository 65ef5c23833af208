using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>What the rules and the words ask about one public certificate.</summary>
public sealed record CertificateFile
{
    private const string PrivateKey =
        "This file holds a private key, which no PC needs in order to trust it. Upload the .cer file, which holds the certificate "
        + "alone; a certificate to sign in with belongs further down.";

    private const string NoCertificate = "This is no certificate, or a damaged one. Upload one certificate as .cer, .crt or .pem.";

    private const string Several =
        "This file may hold several certificates. Export each as .cer into a file of its own, so that each can be named and removed.";

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

    /// <summary>The certificate itself, DER in base64 without line breaks.</summary>
    public string Der { get; }

    /// <summary>SHA-1, 40 hexadecimal digits in capitals: its name on the PC.</summary>
    public string Thumbprint { get; }

    /// <summary>Whose it is, short.</summary>
    public string Name { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    /// <summary>Whether it may issue others.</summary>
    public bool IsAuthority { get; }

    /// <summary>Whether it issued itself: a chain can end in it.</summary>
    public bool IsSelfIssued { get; }

    /// <summary>Null when the key is none of RSA.</summary>
    public int? RsaBits { get; }

    /// <summary>Where it most likely belongs.</summary>
    public TrustStore LikelyStore =>
        !IsAuthority ? TrustStore.Publisher
        : IsSelfIssued ? TrustStore.Root
        : TrustStore.Intermediate;

    /// <summary>Reads the one certificate of a file.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> file,
        [NotNullWhen(true)] out CertificateFile? certificate,
        [NotNullWhen(false)] out string? reason
    )
    {
        (certificate, reason) = Read(file);
        return certificate is not null;
    }

    /// <summary>Reads what <see cref="TrustedCertificate.Content"/> holds.</summary>
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

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MamConsole.PolicyEngine.Values;

/// <summary>A certificate for file recovery, with the properties that the rules evaluate (docs/reference/wip-authoring.md §4).</summary>
public sealed record RecoveryCertificate
{
    /// <summary>The message for a file with a private key.</summary>
    internal const string PrivateKeyReason =
        "This file contains a private key. Keep it offline, and upload the .cer file, which contains only the certificate.";

    private const string FileRecovery = "1.3.6.1.4.1.311.10.3.4.1";

    private RecoveryCertificate(X509Certificate2 certificate)
    {
        Der = Convert.ToBase64String(certificate.RawData);
        Subject = certificate.Subject;
        Thumbprint = certificate.Thumbprint;
        NotBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        ForFileRecovery = certificate
            .Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == FileRecovery));
        using var key = certificate.GetRSAPublicKey();
        RsaBits = key?.KeySize ?? 0;
    }

    /// <summary>The certificate, DER in Base64.</summary>
    public string Der { get; }

    public string Subject { get; }

    public string Thumbprint { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    /// <summary>Whether its extended key usage names File Recovery.</summary>
    public bool ForFileRecovery { get; }

    /// <summary>The size of the RSA key in bits; 0 = the key is not RSA.</summary>
    public int RsaBits { get; }

    /// <exception cref="FormatException">The file is not a certificate; the message states why.</exception>
    public static RecoveryCertificate Parse(ReadOnlySpan<byte> file) =>
        TryParse(file, out var certificate, out var reason) ? certificate : throw new FormatException(reason);

    /// <summary>Parses one certificate from the bytes of a file: DER, PEM, or Base64 text without PEM's lines.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> file,
        [NotNullWhen(true)] out RecoveryCertificate? certificate,
        [NotNullWhen(false)] out string? reason
    )
    {
        (certificate, reason) = Read(file);
        return certificate is not null;
    }

    /// <summary>Whether the file contains a private key; such a file must never be sent to a server.</summary>
    public static bool HoldsPrivateKey(ReadOnlySpan<byte> file) =>
        Text(file).Contains("PRIVATE KEY", StringComparison.Ordinal) || ContentType(file) is X509ContentType.Pfx;

    private static (RecoveryCertificate?, string?) Read(ReadOnlySpan<byte> file)
    {
        if (HoldsPrivateKey(file))
        {
            return (null, PrivateKeyReason);
        }

        var text = Text(file);
        if (text.Split("-----BEGIN CERTIFICATE-----").Length > 2)
        {
            return (null, "This file contains several certificates. Upload only the one for recovery.");
        }

        try
        {
            var bytes = file.ToArray();
            if (!text.Contains("-----BEGIN", StringComparison.Ordinal) && TryBase64(text) is { } decoded)
            {
                bytes = decoded;
            }

            if (ContentType(bytes) is not X509ContentType.Cert)
            {
                return (null, "This is not a certificate. Upload the .cer file that cipher /r created: DER or PEM.");
            }

            using var certificate = X509CertificateLoader.LoadCertificate(bytes);
            return (new RecoveryCertificate(certificate), null);
        }
        catch (CryptographicException)
        {
            return (null, "This is not a valid certificate. Upload the .cer file that cipher /r created: DER or PEM.");
        }
    }

    private static X509ContentType ContentType(ReadOnlySpan<byte> file)
    {
        try
        {
            return file.IsEmpty ? X509ContentType.Unknown : X509Certificate2.GetCertContentType(file);
        }
        catch (CryptographicException)
        {
            return X509ContentType.Unknown;
        }
    }

    private static string Text(ReadOnlySpan<byte> file) => Encoding.Latin1.GetString(file);

    private static byte[]? TryBase64(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) && length > 0 ? buffer[..length] : null;
    }
}

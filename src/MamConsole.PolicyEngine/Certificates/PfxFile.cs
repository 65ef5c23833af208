using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The facts about a .pfx file that are stored at upload, because the file cannot be read again without its password.</summary>
/// <param name="Subject">The subject of the certificate.</param>
/// <param name="Thumbprint">The SHA-1 thumbprint, 40 hexadecimal digits.</param>
/// <param name="LastDay">The last day of validity, <c>yyyy-mm-dd</c>.</param>
public sealed record PfxFile(string Subject, string Thumbprint, string LastDay)
{
    /// <summary>The maximum size in bytes.</summary>
    public const int MaximumBytes = 64 * 1024;

    /// <summary>Reads the file in memory only; nothing is written, and no key store is used.</summary>
    /// <param name="file">The content of the file.</param>
    /// <param name="password">The password; may be empty.</param>
    /// <param name="pfx">The facts about the file.</param>
    /// <param name="reason">Why the file is rejected.</param>
    public static bool TryOpen(
        ReadOnlySpan<byte> file,
        string password,
        [NotNullWhen(true)] out PfxFile? pfx,
        [NotNullWhen(false)] out string? reason
    )
    {
        (pfx, reason) = Open(file, password);
        return pfx is not null;
    }

    private static (PfxFile?, string?) Open(ReadOnlySpan<byte> file, string password)
    {
        if (file.Length > MaximumBytes)
        {
            return (null, "The file is larger than 64 KB. Export the one certificate with its key again, without its chain.");
        }

        if (!IsPkcs12(file))
        {
            return (null, "This is not a .pfx file. Export the certificate with its private key as PKCS #12 (.pfx), and upload that.");
        }

        try
        {
            var found = X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.EphemeralKeySet);
            try
            {
                return found.Where(c => c.HasPrivateKey).ToArray() switch
                {
                    [] => (
                        null,
                        "This file contains no private key, without which a certificate cannot be used to sign in: export it with the key."
                    ),
                    [var one] => (
                        new PfxFile(
                            one.Subject,
                            one.Thumbprint,
                            one.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                        ),
                        null
                    ),
                    _ => (null, "This file contains several private keys. Export the one certificate that PCs need."),
                };
            }
            finally
            {
                foreach (var certificate in found)
                {
                    certificate.Dispose();
                }
            }
        }
        catch (CryptographicException)
        {
            return (null, "The password is not correct. Enter the password that was set when the file was exported.");
        }
    }

    private static bool IsPkcs12(ReadOnlySpan<byte> file)
    {
        try
        {
            return !file.IsEmpty && X509Certificate2.GetCertContentType(file) == X509ContentType.Pfx;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

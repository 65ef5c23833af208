using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>What can be told of a .pfx file while its password is at hand: afterwards nobody can look into it again.</summary>
/// <param name="Subject">Whose certificate it is.</param>
/// <param name="Thumbprint">SHA-1, 40 hexadecimal digits.</param>
/// <param name="LastDay">Its last day, <c>yyyy-mm-dd</c>.</param>
public sealed record PfxFile(string Subject, string Thumbprint, string LastDay)
{
    /// <summary>Bytes at most.</summary>
    public const int MaximumBytes = 64 * 1024;

    /// <summary>Opens it in memory only; nothing is written and no key store is touched.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="password">May be empty.</param>
    /// <param name="pfx">What it holds.</param>
    /// <param name="reason">Why it cannot be taken.</param>
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
            return (null, "That file is larger than 64 KB. Export the one certificate with its key again, without its chain.");
        }

        if (!IsPkcs12(file))
        {
            return (null, "This is no .pfx file. Export the certificate with its private key as PKCS #12 (.pfx), and upload that.");
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
                        "This file holds no private key. A certificate without its key cannot sign in: export it again with the key."
                    ),
                    [var one] => (
                        new PfxFile(
                            one.Subject,
                            one.Thumbprint,
                            one.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                        ),
                        null
                    ),
                    _ => (null, "This file holds several private keys. Export the one certificate that PCs need."),
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
            return (null, "The password does not open this file. Type the one that was given when it was exported.");
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

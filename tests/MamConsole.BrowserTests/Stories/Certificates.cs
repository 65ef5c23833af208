using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MamConsole.BrowserTests.Stories;

/// <summary>Certificates as administrators create them.</summary>
internal static class Certificates
{
    /// <summary>The public certificate of a new key pair for file recovery.</summary>
    public static byte[] ForRecovery()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Second Recovery", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.4.1.311.10.3.4.1")], critical: false));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(2));
        return certificate.Export(X509ContentType.Cert);
    }
}

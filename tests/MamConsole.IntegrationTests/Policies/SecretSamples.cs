using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>Certificates with private keys, and policies that reference secrets.</summary>
internal static class SecretSamples
{
    private static readonly Lazy<RSA> Key = new(() => RSA.Create(2048));

    /// <summary>A certificate with its private key, valid for about three years.</summary>
    public static byte[] Pfx(string password)
    {
        using var certificate = SelfSigned("CN=Contoso VPN", isAuthority: false);
        return certificate.Export(X509ContentType.Pfx, password);
    }

    /// <summary>The public certificate of a certification authority.</summary>
    public static byte[] Root()
    {
        using var certificate = SelfSigned("CN=Contoso Root", isAuthority: true);
        return certificate.Export(X509ContentType.Cert);
    }

    /// <summary>A policy with a trusted certificate, a PFX certificate and a SCEP request.</summary>
    public static WrittenPolicy Policy(WrittenPolicy on, PfxCertificate pfx, SecretReference challenge)
    {
        var root = TrustedCertificate.From("root.cer", Root());
        return on with
        {
            Certificates = new()
            {
                Trusted = [root],
                Pfx = [pfx],
                Scep =
                [
                    new ScepCertificate
                    {
                        Name = "Wi-Fi",
                        Servers = ["https://scep.contoso.example/mscep.dll"],
                        Challenge = challenge,
                        Subject = "CN=Contoso PC",
                        AuthorityThumbprint = Thumbprint(root),
                    },
                ],
            },
        };
    }

    public static string Thumbprint(TrustedCertificate row) =>
        CertificateFile.TryRead(row, out var certificate, out _)
            ? certificate.Thumbprint
            : throw new InvalidOperationException("No certificate.");

    private static X509Certificate2 SelfSigned(string name, bool isAuthority)
    {
        var request = new CertificateRequest(name, Key.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1000));
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Certificates;

/// <summary>Certificates and certificate requests that the tests of this area use.</summary>
internal static class CertificateSamples
{
    private static readonly ConcurrentDictionary<int, RSA> Keys = new();

    public static readonly SecretReference PfxSecret = new(Guid.Parse("11111111-1111-4111-8111-111111111111"));
    public static readonly SecretReference Password = new(Guid.Parse("22222222-2222-4222-8222-222222222222"));
    public static readonly SecretReference Challenge = new(Guid.Parse("33333333-3333-4333-8333-333333333333"));

    public static readonly byte[] RootDer = Authority();

    public static readonly TrustedCertificate Root = TrustedCertificate.From("root.cer", RootDer);

    public static readonly PfxCertificate Pfx = new()
    {
        File = PfxSecret,
        Password = Password,
        FileName = "vpn.pfx",
        Subject = "CN=Contoso VPN",
        Thumbprint = "A94A8FE5CCB19BA61C4C0873D391E987982FBBD3",
        LastDay = "2028-05-31",
    };

    public static readonly ScepCertificate Scep = new()
    {
        Name = "Wi-Fi",
        Servers = ["https://scep.northwind.example/mscep.dll"],
        Challenge = Challenge,
        Subject = "CN=Northwind PC",
        AuthorityThumbprint = Thumbprint(RootDer),
    };

    /// <summary>One certificate of each kind, without a finding that blocks.</summary>
    public static readonly CertificatesSettings All = new()
    {
        Trusted = [Root],
        Pfx = [Pfx],
        Scep = [Scep],
    };

    /// <summary>
    /// Creates the certificate of an authority unless <paramref name="isAuthority"/> is false; it is self-issued unless
    /// <paramref name="issuer"/> is given.
    /// </summary>
    public static byte[] Authority(
        int daysLeft = 1000,
        int age = 100,
        string name = "CN=Northwind Root",
        string? issuer = null,
        bool isAuthority = true,
        int bits = 2048
    )
    {
        var key = Keys.GetOrAdd(bits, RSA.Create);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        using var certificate = request.Create(
            new X500DistinguishedName(issuer ?? name),
            X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            SamplePolicies.Now.AddDays(-age),
            SamplePolicies.Now.AddDays(daysLeft),
            [1, 2, 3]
        );
        return certificate.Export(X509ContentType.Cert);
    }

    public static byte[] PfxBytes(string password)
    {
        using var certificate = SamplePolicies.SelfSigned(name: "CN=Contoso VPN");
        return certificate.Export(X509ContentType.Pfx, password);
    }

    public static string Thumbprint(byte[] der) => X509CertificateLoader.LoadCertificate(der).Thumbprint;
}

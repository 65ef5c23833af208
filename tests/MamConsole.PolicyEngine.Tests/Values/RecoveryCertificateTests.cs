using System.Security.Cryptography.X509Certificates;
using System.Text;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class RecoveryCertificateTests
{
    [Fact]
    public void Parse_ReadsDerPemAndBase64Alike()
    {
        using var certificate = SamplePolicies.SelfSigned(daysLeft: 500, age: 10);
        byte[][] files =
        [
            certificate.RawData,
            Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(certificate.RawData, Base64FormattingOptions.InsertLineBreaks)),
        ];

        foreach (var file in files)
        {
            var read = RecoveryCertificate.Parse(file);

            Assert.Equal(
                (certificate.Thumbprint, "CN=Recovery", SamplePolicies.Now.AddDays(-10), SamplePolicies.Now.AddDays(500), true, 2048),
                (read.Thumbprint, read.Subject, read.NotBefore, read.NotAfter, read.ForFileRecovery, read.RsaBits)
            );
            Assert.Equal(certificate.RawData, Convert.FromBase64String(read.Der));
        }
    }

    [Fact]
    public void TryParse_RejectsPrivateKeyWithAdvice()
    {
        using var certificate = SamplePolicies.SelfSigned();
        byte[][] files =
        [
            certificate.Export(X509ContentType.Pfx, "secret"),
            Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()),
        ];

        foreach (var file in files)
        {
            Assert.True(RecoveryCertificate.HoldsPrivateKey(file));
            Assert.False(RecoveryCertificate.TryParse(file, out _, out var reason));
            Assert.Contains("offline", reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TryParse_RejectsSeveralCertificatesAndOtherFiles()
    {
        using var certificate = SamplePolicies.SelfSigned();
        var twice = Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n" + certificate.ExportCertificatePem());

        Assert.False(RecoveryCertificate.TryParse(twice, out _, out var reason));
        Assert.Contains("several", reason, StringComparison.Ordinal);
        Assert.False(RecoveryCertificate.TryParse([], out _, out _));
        Assert.False(RecoveryCertificate.TryParse(certificate.RawData.AsSpan(0, 100), out _, out _));
        Assert.False(RecoveryCertificate.TryParse(EfsRecoveryBlob.Build(certificate.RawData), out _, out _));
    }
}

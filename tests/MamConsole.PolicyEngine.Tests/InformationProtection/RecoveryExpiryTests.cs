using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.InformationProtection;

public sealed class RecoveryExpiryTests
{
    private static readonly UploadedCertificate Long = SamplePolicies.Upload(SamplePolicies.Certificate(name: "CN=Long"));

    [Theory]
    [InlineData(-1, ExpiryUrgency.Ended)]
    [InlineData(29, ExpiryUrgency.Urgent)]
    [InlineData(31, ExpiryUrgency.Soon)]
    [InlineData(179, ExpiryUrgency.Soon)]
    [InlineData(181, null)]
    public void Of_ReturnsCertificateThatExpiresFirst(int daysLeft, ExpiryUrgency? urgency)
    {
        var expiry = RecoveryExpiry.Of(
            With(Long, SamplePolicies.Upload(SamplePolicies.Certificate(daysLeft: daysLeft, name: "CN=Short"))).InformationProtection
        )!;

        Assert.Equal(("CN=Short", urgency), (expiry.Subject, expiry.UrgencyAt(SamplePolicies.Now)));
    }

    [Fact]
    public void Of_ReturnsNullWhenModeIsOffOrNoCertificateIsReadable()
    {
        var ended = SamplePolicies.Upload(SamplePolicies.Certificate(daysLeft: -1));

        Assert.Null(RecoveryExpiry.Of(With(ended).InformationProtection with { Mode = ProtectionMode.Off }));
        Assert.Null(RecoveryExpiry.Of(With().InformationProtection));
        Assert.Null(RecoveryExpiry.Of(With(new UploadedCertificate { FileName = "damaged.cer", Content = "AAAA" }).InformationProtection));
    }

    [Fact]
    public void Compile_WritesAllCertificatesInOneBlobAndOneSentence()
    {
        var two = With(Long, SamplePolicies.Upload(SamplePolicies.Certificate(name: "CN=Second")));
        var node = SamplePolicies.Compile(two).Nodes.Single(n => n.LocUri.EndsWith("/DataRecoveryCertificate", StringComparison.Ordinal));

        Assert.Equal(
            two.InformationProtection.RecoveryCertificates.Select(c => c.Content),
            EfsRecoveryBlob.Parse(Convert.FromBase64String(node.Value)).Select(der => Convert.ToBase64String(der.Span))
        );
        var statement = PolicyWords.Describe(two).Single(s => s.Field == "informationProtection.recoveryCertificate");
        Assert.Matches("CN=Long .* or of CN=Second", statement.Sentence);
        Assert.Equal(2, statement.Items.Count);
    }

    [Fact]
    public void WithRecovery_MovesNextCertificateToFirstPlace()
    {
        var two = With(Long, SamplePolicies.Upload()).InformationProtection;
        var one = two.WithRecovery(two.RecoveryCertificates.Skip(1));

        Assert.Equal((two.FurtherRecoveryCertificates[0], 0), (one.RecoveryCertificate, one.FurtherRecoveryCertificates.Count));
        Assert.Null(one.WithRecovery([]).RecoveryCertificate);
    }

    private static WrittenPolicy With(params UploadedCertificate[] certificates) =>
        SamplePolicies.Clean with
        {
            InformationProtection = SamplePolicies.Clean.InformationProtection.WithRecovery(certificates),
        };
}

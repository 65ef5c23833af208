using System.Buffers.Binary;
using CsCheck;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class EfsRecoveryBlobTests
{
    /// <summary>The worked example of docs/reference/wip-authoring.md §4.</summary>
    [Fact]
    public void Build_WritesLayoutOfWorkedExample()
    {
        var certificate = new byte[801];
        Array.Fill(certificate, (byte)0x30);

        var blob = EfsRecoveryBlob.Build(certificate);

        Assert.Equal(876, blob.Length);
        Assert.Equal(1168, Convert.ToBase64String(blob).Length);
        Assert.Equal("01000100", Convert.ToHexString(blob.AsSpan(0, 4)));
        int[] header = [.. Enumerable.Range(1, 8).Select(i => BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(i * 4)))];
        Assert.Equal([1, 868, 864, 28, 2, 801, 56, 0], header);
        Assert.Equal("0105000000000005150000000000000000000000" + "00000000F4010000", Convert.ToHexString(blob.AsSpan(40, 28)));
        Assert.Equal(certificate, blob.AsSpan(12 + 56, 801));
        Assert.Equal(-1, blob.AsSpan(12 + 56 + 801).IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void Parse_ReturnsCertificatesThatWereBuilt() =>
        Gen
            .Byte.Array[1, 300]
            .List[1, 4]
            .Sample(
                certificates =>
                {
                    var blob = EfsRecoveryBlob.Build([.. certificates.Select(c => new ReadOnlyMemory<byte>(c))]);

                    Assert.Equal(certificates, EfsRecoveryBlob.Parse(blob).Select(c => c.ToArray()));
                },
                iter: Iterations.Of(100)
            );

    /// <summary>Tests W-DRA-05.</summary>
    [Fact]
    public void Parse_RejectsBareCertificate() =>
        Assert.Contains(
            "version 1.1",
            Assert.Throws<FormatException>(() => EfsRecoveryBlob.Parse(SamplePolicies.Certificate())).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Parse_RejectsDamagedBlobWithoutReadingBeyondItsEnd() =>
        Gen.Select(Gen.Int[0, 75], Gen.Byte, Gen.Int[0, 100])
            .Sample(
                (at, value, cut) =>
                {
                    var blob = EfsRecoveryBlob.Build(new byte[] { 1, 2, 3, 4, 5 });
                    blob[at % blob.Length] = value;
                    try
                    {
                        var certificate = Assert.Single(EfsRecoveryBlob.Parse(blob.AsMemory(0, Math.Max(0, blob.Length - cut))));
                        Assert.InRange(certificate.Length, 1, blob.Length);
                    }
                    catch (FormatException rejected)
                    {
                        Assert.StartsWith("This is not an EFS recovery policy", rejected.Message, StringComparison.Ordinal);
                    }
                },
                iter: Iterations.Of(100)
            );
}

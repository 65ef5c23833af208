using System.Buffers.Binary;
using System.Collections.Immutable;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// The value of DataRecoveryCertificate: the EFS recovery policy in Windows' format (docs/reference/wip-authoring.md §4), little-endian:
/// version 1.1, the number of keys, then for each its lengths, the SID of its owner (a hint only) and the certificate.
/// </summary>
public static class EfsRecoveryBlob
{
    private const int HeaderLength = 8;

    // From the start of Length2, to which the offsets refer: Length2, SID offset, tag, certificate length and offset, 8 reserved bytes.
    private const int KeyHeaderLength = 28;

    private const int CertificateTag = 2;

    /// <summary>S-1-5-21-0-0-0-500, an administrator of no machine: whether a blob without a SID is accepted is not known.</summary>
    private static readonly byte[] OwnerHint = [1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF4, 1, 0, 0];

    /// <summary>Encodes the blob for certificates in DER.</summary>
    public static byte[] Build(params IReadOnlyCollection<ReadOnlyMemory<byte>> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentOutOfRangeException.ThrowIfZero(certificates.Count);

        var blob = new byte[HeaderLength + certificates.Sum(c => 4 + InfoLength(c.Length))];
        var span = blob.AsSpan();
        BinaryPrimitives.WriteUInt16LittleEndian(span, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(span[2..], 1);
        Write(span[4..], certificates.Count);
        span = span[HeaderLength..];
        foreach (var certificate in certificates)
        {
            var info = InfoLength(certificate.Length);
            Write(span, info + 4);
            var key = span[4..];
            Write(key, info);
            Write(key[4..], KeyHeaderLength);
            Write(key[8..], CertificateTag);
            Write(key[12..], certificate.Length);
            Write(key[16..], KeyHeaderLength + OwnerHint.Length);
            OwnerHint.CopyTo(key[KeyHeaderLength..]);
            certificate.Span.CopyTo(key[(KeyHeaderLength + OwnerHint.Length)..]);
            span = span[(info + 4)..];
        }

        return blob;
    }

    /// <summary>Decodes the certificates (DER) of a blob.</summary>
    /// <exception cref="FormatException">The data is not such a blob; the message states where it fails (W-DRA-05).</exception>
    public static ImmutableArray<ReadOnlyMemory<byte>> Parse(ReadOnlyMemory<byte> blob)
    {
        var span = blob.Span;
        Ensure(span.Length >= HeaderLength && span[..4].SequenceEqual<byte>([1, 0, 1, 0]), "it does not begin with version 1.1");
        var count = Read(span, 4);
        Ensure(count >= 1, "it contains no key");

        var certificates = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var at = HeaderLength;
        for (var i = 0; i < count; i++)
        {
            Ensure(span.Length - at >= 4 + KeyHeaderLength, "a key is truncated");
            var total = Read(span, at);
            var info = Read(span, at + 4);
            Ensure(total == (long)info + 4 && info % 8 == 0 && info <= span.Length - at - 4, "a key's lengths do not agree");
            var key = blob.Slice(at + 4, info);
            Ensure(info >= KeyHeaderLength && Read(key.Span, 8) == CertificateTag, "a key is not a certificate");
            var length = Read(key.Span, 12);
            var offset = Read(key.Span, 16);
            Ensure(length > 0 && offset >= KeyHeaderLength && (long)offset + length <= info, "a certificate is outside of its key");
            certificates.Add(key.Slice(offset, length));
            at += total;
        }

        Ensure(at == span.Length, "data follows the last key");
        return certificates.ToImmutable();
    }

    /// <summary>Encodes the blob of one certificate, decodes it and compares. Null when nothing differs (W-DRA-05).</summary>
    internal static string? Fault(ReadOnlyMemory<byte> certificate)
    {
        try
        {
            return Parse(Build(certificate)) is [var back] && back.Span.SequenceEqual(certificate.Span)
                ? null
                : "Windows would read another certificate from the encoded value. Upload it again.";
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    /// <summary>Writes header, SID and certificate, padded to a multiple of 8.</summary>
    private static int InfoLength(int certificate) => (KeyHeaderLength + OwnerHint.Length + certificate + 7) / 8 * 8;

    private static void Write(Span<byte> to, int value) => BinaryPrimitives.WriteInt32LittleEndian(to, value);

    private static int Read(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt32LittleEndian(from[at..]);

    private static void Ensure(bool holds, string reason)
    {
        if (!holds)
        {
            throw new FormatException($"This is not an EFS recovery policy: {reason}.");
        }
    }
}

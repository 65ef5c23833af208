using System.Buffers.Binary;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// Validates the EFS recovery policy in DataRecoveryCertificate as Windows does (docs/reference/wip-authoring.md §4). Integers are
/// little-endian.
/// </summary>
internal static class RecoveryBlob
{
    private const int Header = 8;
    private const int KeyHeader = 32;
    private const uint SourceIsCertificate = 2;
    private const byte DerSequence = 0x30;

    /// <summary>Returns whether revision, lengths and offsets agree and each entry ends with bytes that begin like a certificate.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < Header || !blob.StartsWith<byte>([1, 0, 1, 0]))
        {
            return false;
        }

        var keys = BinaryPrimitives.ReadUInt32LittleEndian(blob[4..]);
        var rest = blob[Header..];
        for (var key = 0u; key < keys; key++)
        {
            if (
                rest.Length < KeyHeader
                || BinaryPrimitives.ReadUInt32LittleEndian(rest) is var length && (length < KeyHeader || length > rest.Length)
                || !IsKey(rest[4..(int)length])
            )
            {
                return false;
            }

            rest = rest[(int)length..];
        }

        return keys > 0 && rest.IsEmpty;
    }

    /// <summary>Validates an entry, which begins at its second length field. Offsets are relative to that field.</summary>
    private static bool IsKey(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        var source = BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(entry[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]);
        return length == entry.Length
            && length % 8 == 0
            && source == SourceIsCertificate
            && size > 0
            && (ulong)offset + size <= length
            && entry[(int)offset] == DerSequence;
    }
}

using System.Buffers;
using System.IO.Compression;
using MamConsole.Protocol;

namespace MamConsole.Server.Fleet;

/// <summary>
/// The bytes of a message as they are stored: with masked secrets, compressed. A body that cannot be masked is not stored.
/// </summary>
/// <param name="Bytes">The stored bytes, of which the first identifies the encoding of the rest; null when nothing is stored.</param>
/// <param name="Note">Why nothing is stored; null when the body is stored.</param>
internal sealed record StoredBody(byte[]? Bytes, string? Note)
{
    /// <summary>The maximum size of a body that is stored, in bytes: 256 KiB.</summary>
    public const int Maximum = 256 * 1024;

    private const byte Plain = 0;
    private const byte Brotli = 1;

    // The fastest level is sufficient: it compresses XML to about a third.
    private const int Quality = 1;
    private const int Window = 18;

    public static StoredBody Of(ReadOnlySpan<byte> body, string what)
    {
        if (body.Length > Maximum)
        {
            return new StoredBody(null, $"The {what} was too long to keep.");
        }

        return SecretMask.Mask(body) is { Length: <= 2 * Maximum } masked
            ? new StoredBody(Pack(masked), null)
            : new StoredBody(null, $"The {what} could not be followed to its end, so its secrets could not be hidden. It is not kept.");
    }

    /// <summary>Decompresses stored bytes to the masked body.</summary>
    /// <exception cref="InvalidDataException">The bytes were not created by <see cref="Of"/>.</exception>
    public static byte[] Read(byte[] stored)
    {
        switch (stored)
        {
            case [Plain, ..]:
                return stored[1..];
            case [Brotli, ..]:
                var output = new byte[2 * Maximum];
                return BrotliDecoder.TryDecompress(stored.AsSpan(1), output, out var written)
                    ? output[..written]
                    : throw new InvalidDataException("A stored message cannot be unpacked.");
            default:
                throw new InvalidDataException("A stored message is written in a way that this version does not know.");
        }
    }

    private static byte[] Pack(byte[] masked)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(masked.Length) + 1);
        try
        {
            if (BrotliEncoder.TryCompress(masked, buffer.AsSpan(1), out var written, Quality, Window) && written < masked.Length)
            {
                buffer[0] = Brotli;
                return buffer[..(written + 1)];
            }

            return [Plain, .. masked];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

using System.Buffers;
using System.IO.Compression;
using MamConsole.Protocol;

namespace MamConsole.Server.Fleet;

/// <summary>A message's bytes as they are kept: without secrets, compressed. What cannot be masked is not kept.</summary>
/// <param name="Bytes">The first says how the rest is written; null when nothing is kept.</param>
/// <param name="Note">Why nothing is kept.</param>
internal sealed record StoredBody(byte[]? Bytes, string? Note)
{
    /// <summary>A larger body is not kept, in bytes: 256 KiB.</summary>
    public const int Maximum = 256 * 1024;

    private const byte Plain = 0;
    private const byte Brotli = 1;

    // The fastest; XML shrinks to a third even so.
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

    /// <summary>The masked bytes again.</summary>
    /// <exception cref="InvalidDataException">The bytes are none that <see cref="Of"/> made.</exception>
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

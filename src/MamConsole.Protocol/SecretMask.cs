using System.Buffers;
using System.Globalization;
using System.Text;

namespace MamConsole.Protocol;

/// <summary>
/// Masks the secrets in a message before it is stored: user tokens, credentials, and the values of <see cref="Csp.SecretNodes"/>. All other
/// bytes are unchanged. A message that cannot be parsed to its end is not masked: <see cref="Mask"/> returns null, and the message must not
/// be stored.
/// </summary>
/// <remarks>
/// Masking has two passes. The first one masks known locations (Data of an alert or item with the type of a token, everything in Cred,
/// security tokens and passwords of SOAP). The second one masks text that looks like a token anywhere, including comments and attributes.
/// </remarks>
public static class SecretMask
{
    /// <summary>The start of every replacement; the number of replaced bytes follows.</summary>
    public const string Mark = "[hidden: ";

    private const int MinimumPartLength = 8;

    // Plain, and with an additional base64 encoding as in enrollment requests (docs/reference/protocol.md §1.3).
    private static readonly SearchValues<byte> TokenBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8
    );
    private static readonly SearchValues<byte> Base64Bytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n\t "u8
    );

    /// <summary>Returns the document without its secrets; null when it is not XML that can be parsed to its end.</summary>
    /// <param name="utf8">A SyncML message or an enrollment envelope.</param>
    public static byte[]? Mask(ReadOnlySpan<byte> utf8)
    {
        var hidden = new SecretScanner(utf8).Find();
        return hidden is null ? null : Sweep(Replace(utf8, hidden));
    }

    /// <summary>Masks text that looks like a token in unstructured text, such as the value of a header.</summary>
    public static string MaskText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoding.UTF8.GetString(Sweep(Encoding.UTF8.GetBytes(text)));
    }

    private static byte[] Replace(ReadOnlySpan<byte> utf8, List<Range> hidden)
    {
        if (hidden.Count == 0)
        {
            return utf8.ToArray();
        }

        var output = new ArrayBufferWriter<byte>(utf8.Length);
        var done = 0;
        foreach (var range in hidden.OrderBy(r => r.Start.Value))
        {
            // A range inside another one is masked with it.
            if (range.Start.Value >= done)
            {
                output.Write(utf8[done..range.Start]);
                Hide(output, utf8[range].Length);
                done = range.End.Value;
            }
        }

        output.Write(utf8[done..]);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Masks text that looks like a JSON web token: <c>eyJ….….…</c>, plain or in base64.</summary>
    private static byte[] Sweep(byte[] bytes)
    {
        ReadOnlySpan<byte> rest = bytes;
        ArrayBufferWriter<byte>? output = null;
        var at = 0;
        while (NextToken(rest[at..]) is ({ } start, var length))
        {
            output ??= new ArrayBufferWriter<byte>(bytes.Length);
            output.Write(rest.Slice(at, start));
            Hide(output, length);
            at += start + length;
        }

        if (output is null)
        {
            return bytes;
        }

        output.Write(rest[at..]);
        return output.WrittenSpan.ToArray();
    }

    private static (int? Start, int Length) NextToken(ReadOnlySpan<byte> bytes)
    {
        var plain = First(bytes, "eyJ"u8, PlainLength);
        var encoded = First(bytes, "ZXlK"u8, EncodedLength);
        return encoded.Start is null || plain.Start < encoded.Start ? plain : encoded;
    }

    private delegate int LengthAt(ReadOnlySpan<byte> bytes);

    private static (int? Start, int Length) First(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> begin, LengthAt measure)
    {
        for (var from = 0; bytes[from..].IndexOf(begin) is >= 0 and var found; from += found + 1)
        {
            if (measure(bytes[(from + found)..]) is > 0 and var length)
            {
                return (from + found, length);
            }
        }

        return (null, 0);
    }

    /// <summary>Returns the length of header, dot and claims, including a signature; 0 when the bytes are not a token.</summary>
    private static int PlainLength(ReadOnlySpan<byte> bytes)
    {
        var header = PartLength(bytes);
        if (
            header < MinimumPartLength
            || header == bytes.Length
            || bytes[header] != '.'
            || PartLength(bytes[(header + 1)..]) is not (>= MinimumPartLength and var claims)
        )
        {
            return 0;
        }

        var end = header + 1 + claims;
        return end < bytes.Length && bytes[end] == '.' ? end + 1 + PartLength(bytes[(end + 1)..]) : end;
    }

    private static int PartLength(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(TokenBytes) is >= 0 and var end ? end : bytes.Length;

    private static int EncodedLength(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.IndexOfAnyExcept(Base64Bytes) is >= 0 and var end ? end : bytes.Length;
        return length >= 5 * MinimumPartLength ? length : 0;
    }

    private static void Hide(ArrayBufferWriter<byte> output, int length)
    {
        output.Write(Encoding.UTF8.GetBytes(Mark));
        var number = output.GetSpan(20);
        length.TryFormat(number, out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
        output.Write(" bytes]"u8);
    }
}

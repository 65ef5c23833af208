using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace MamConsole.Protocol;

/// <summary>
/// Writes XML as UTF-8 directly into a buffer, without a byte order mark, a declaration and CDATA (docs/reference/protocol.md §3.3, §8 row
/// 39). Callers pass markup as literals; all other text goes through <see cref="Text"/> or <see cref="AttributeText"/>, so that no value
/// can break the structure.
/// </summary>
internal readonly struct WireWriter(IBufferWriter<byte> output)
{
    // The characters that cannot be written as they are: markup, the carriage return (readers convert it to a line feed) and the control
    // characters that XML 1.0 does not support.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\r\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F"
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"
    );

    /// <summary>Writes markup unchanged.</summary>
    public void Raw(ReadOnlySpan<byte> markup) => output.Write(markup);

    /// <summary>Writes a decimal number.</summary>
    public void Number(long value)
    {
        var span = output.GetSpan(20);
        value.TryFormat(span, out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    /// <summary>Writes escaped text between tags.</summary>
    /// <param name="location">The LocURI or element that the text belongs to, for the exception.</param>
    /// <exception cref="ArgumentException">The text contains a character that XML 1.0 does not support.</exception>
    public void Text(ReadOnlySpan<char> text, string location)
    {
        if (text.IndexOfAny('\uFFFE', '\uFFFF') is >= 0 and var at)
        {
            throw CannotCarry(text[at], location);
        }

        while (text.IndexOfAny(Special) is >= 0 and var special)
        {
            Plain(text[..special], location);
            Raw(
                text[special] switch
                {
                    '&' => "&amp;"u8,
                    '<' => "&lt;"u8,
                    '>' => "&gt;"u8,
                    '\r' => "&#xD;"u8,
                    var other => throw CannotCarry(other, location),
                }
            );
            text = text[(special + 1)..];
        }

        Plain(text, location);
    }

    /// <summary>Writes escaped text inside a double-quoted attribute.</summary>
    /// <exception cref="ArgumentException">See <see cref="Text"/>.</exception>
    public void AttributeText(ReadOnlySpan<char> text, string location)
    {
        while (text.IndexOfAny('"', '\t', '\n') is >= 0 and var special)
        {
            Text(text[..special], location);
            Raw(
                text[special] switch
                {
                    '"' => "&quot;"u8,
                    '\t' => "&#x9;"u8,
                    _ => "&#xA;"u8,
                }
            );
            text = text[(special + 1)..];
        }

        Text(text, location);
    }

    private void Plain(ReadOnlySpan<char> text, string location)
    {
        while (!text.IsEmpty)
        {
            // Three bytes hold any UTF-16 unit; at least four, so that a pair of surrogates always fits.
            var span = output.GetSpan(Math.Max(4, Math.Min(text.Length * 3, 16 * 1024)));
            var outcome = Utf8.FromUtf16(text, span, out var read, out var written, replaceInvalidSequences: false);
            output.Advance(written);
            if (outcome == OperationStatus.InvalidData)
            {
                throw CannotCarry(text[read], location);
            }

            text = text[read..];
        }
    }

    private static ArgumentException CannotCarry(char value, string location) =>
        new($"The text of {location} contains U+{(int)value:X4}, which XML 1.0 does not support.");
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// A dynamic segment of an address: the name of a list, a profile, a certificate. Percent-encoded UTF-8 (docs/reference/protocol.md §3.3).
/// </summary>
internal static class DynamicSegment
{
    /// <summary>The maximum length of a name in characters.</summary>
    private const int MaximumLength = 256;

    /// <summary>The maximum number of nested encodings. No legitimate name has more.</summary>
    private const int MaximumEncodings = 4;

    /// <summary>The characters that are never encoded.</summary>
    private static readonly SearchValues<char> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns whether a segment is valid for a placeholder. The unfilled placeholder itself is valid too.</summary>
    /// <param name="segment">The segment as in the address.</param>
    /// <param name="placeholder">The placeholder with its braces.</param>
    /// <param name="isCanonical">Whether the segment has the canonical encoding.</param>
    public static bool TryRead(ReadOnlySpan<char> segment, string placeholder, out bool isCanonical)
    {
        isCanonical = true;
        if (segment.IsEmpty || segment.Length > MaximumLength * 3)
        {
            return false;
        }

        if (segment.ContainsAny('{', '}'))
        {
            return segment.StartsWith(placeholder, StringComparison.Ordinal)
                && !segment[placeholder.Length..].ContainsAnyExcept(Unreserved);
        }

        if (!segment.ContainsAnyExcept(Unreserved))
        {
            return segment is not ("." or "..") && Suits(segment, placeholder);
        }

        isCanonical = Decode(segment) is { } plain && segment.SequenceEqual(Uri.EscapeDataString(plain));
        return Decode(segment) is { } name && IsName(name) && Suits(name, placeholder);
    }

    /// <summary>Returns the canonical encoding.</summary>
    public static string Canonical(ReadOnlySpan<char> segment) =>
        segment.Contains('{') ? segment.ToString() : Uri.EscapeDataString(Decode(segment)!);

    /// <summary>Returns the decoded name; null when the segment is not percent-encoded UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<char> segment)
    {
        if (!segment.Contains('%'))
        {
            return segment.ToString();
        }

        var bytes = new byte[segment.Length];
        var length = 0;
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '%')
            {
                bytes[length++] = (byte)segment[i];
            }
            else if (
                i + 2 < segment.Length
                && byte.TryParse(segment.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[length])
            )
            {
                length++;
                i += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            // Overlong or invalid UTF-8: devices may decode it in different ways.
            return null;
        }
    }

    /// <summary>
    /// Returns whether the name stays one segment even for a device that decodes twice, treats an encoded slash as a slash, or replaces
    /// look-alike characters.
    /// </summary>
    private static bool IsName(string name)
    {
        if (name.Length > MaximumLength)
        {
            return false;
        }

        for (var (seen, next) = (0, name); next is not null; seen++)
        {
            var looks = next.Normalize(NormalizationForm.FormKC);
            if (
                seen > MaximumEncodings
                || looks.Any(char.IsControl)
                || looks == "*"
                || Array.Exists(looks.Split('/', '\\'), part => part.Trim() is "" or "." or "..")
            )
            {
                return false;
            }

            next = next.Contains('%') && next.All(char.IsAscii) && Decode(next) is { } once && once != next ? once : null;
        }

        return true;
    }

    /// <summary>Validates names that have a fixed format. Where a placeholder has fixed siblings, no other name is accepted.</summary>
    private static bool Suits(ReadOnlySpan<char> name, string placeholder) =>
        placeholder switch
        {
            PassportForWorkCsp.TenantIdPlaceholder => Guid.TryParseExact(name, "D", out _),
            RootCATrustedCertificatesCsp.CertHashPlaceholder => name.Length == 40 && !name.ContainsAnyExcept(HexDigits),
            _ => true,
        };

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
}

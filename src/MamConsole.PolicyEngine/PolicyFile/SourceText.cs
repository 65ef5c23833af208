using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace MamConsole.PolicyEngine.PolicyFile;

/// <summary>Decodes the bytes of a file. Windows' tools write UTF-8 and UTF-16, with or without a byte order mark.</summary>
public static class SourceText
{
    /// <summary>The maximum size of a file in bytes, far larger than any policy.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const int DeepestJson = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out string? fault)
    {
        text = null;
        fault = bytes.Length > MaximumBytes ? $"The file is longer than {MaximumBytes} bytes." : null;
        if (fault is not null)
        {
            return false;
        }

        try
        {
            text = bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(bytes[3..]),
                [0xFF, 0xFE, ..] => Utf16.GetString(bytes[2..]),
                [0xFE, 0xFF, ..] => Utf16BigEndian.GetString(bytes[2..]),
                [not 0, 0, ..] => Utf16.GetString(bytes),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            fault = "The file is not text in UTF-8 or UTF-16.";
            return false;
        }

        fault = string.IsNullOrWhiteSpace(text) ? "The file is empty." : null;
        return fault is null;
    }

    /// <summary>Parses JSON without comments; the caller checks for repeated members.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out JsonDocument? json, [NotNullWhen(false)] out string? fault)
    {
        json = null;
        fault = null;
        try
        {
            json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestJson });
            CheckTexts(json.RootElement);
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair passes the parser but is not valid text.
            json!.Dispose();
            json = null;
            fault = "The JSON contains an escape for half of a character (a lone surrogate).";
        }
        catch (JsonException e)
        {
            fault =
                $"The JSON is invalid in line {e.LineNumber + 1} at byte {e.BytePositionInLine + 1}, or nested deeper than {DeepestJson}.";
        }

        return fault is null;
    }

    /// <exception cref="InvalidOperationException">A name or a text is not valid.</exception>
    private static void CheckTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    CheckTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    _ = member.Name;
                    CheckTexts(member.Value);
                }

                break;
        }
    }
}

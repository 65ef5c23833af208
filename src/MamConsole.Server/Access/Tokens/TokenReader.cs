using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Reads the header and the claims of a compact JWT before they are validated, more strictly than the library
/// (docs/reference/abuse-cases.md §5 lists what the library accepts): canonical base64url, valid UTF-8, no duplicate field in any spelling,
/// no header field that changes the validation rules.
/// </summary>
internal static class TokenReader
{
    /// <summary>The maximum number of characters of a token; Entra's tokens have about 2 KB, with many groups up to 8 KB.</summary>
    public const int MaximumLength = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads the token, or returns the reason for the log why it is malformed.</summary>
    public static TokenReading Read(string token)
    {
        try
        {
            return Parse(token);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // JsonException for invalid JSON, the other for an unpaired surrogate. The exception's message would repeat the sender's input.
            return new TokenReading.Malformed("its header or its claims are not one JSON object with unique names");
        }
    }

    private static TokenReading Parse(string token)
    {
        if (token.Length > MaximumLength)
        {
            return new TokenReading.Malformed("it is too long");
        }

        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return new TokenReading.Malformed("it does not have three parts");
        }

        if (Decode(parts[0]) is not { } header || Decode(parts[1]) is not { } claims || Decode(parts[2]) is not { Length: > 0 })
        {
            return new TokenReading.Malformed("one of its parts is not canonical base64url");
        }

        if (!Utf8.IsValid(header) || !Utf8.IsValid(claims))
        {
            return new TokenReading.Malformed("it is not UTF-8");
        }

        using var headerDocument = JsonDocument.Parse(header, Strict);
        using var claimsDocument = JsonDocument.Parse(claims, Strict);
        return HeaderFault(headerDocument.RootElement) is { } headerFault
            ? new TokenReading.Malformed(headerFault)
            : TokenClaims.Read(claimsDocument.RootElement, headerDocument.RootElement.GetProperty("kid").GetString()!);
    }

    /// <summary>
    /// Only fields that select a key by its name are allowed. An embedded key, the address of a key, critical extensions, compression and
    /// encryption would each change what a signature means.
    /// </summary>
    private static string? HeaderFault(JsonElement header)
    {
        if (header.ValueKind != JsonValueKind.Object)
        {
            return "its header is not an object";
        }

        foreach (var field in header.EnumerateObject())
        {
            if (field.Name is not ("alg" or "kid" or "typ" or "x5t") || field.Value.ValueKind != JsonValueKind.String)
            {
                return "its header contains an unsupported field";
            }
        }

        if (!header.TryGetProperty("alg", out var algorithm) || !algorithm.ValueEquals("RS256"))
        {
            return "its algorithm is not RS256";
        }

        return !header.TryGetProperty("kid", out var kid) || kid.GetString() is not { Length: > 0 and <= 256 }
            ? "its header has no key ID"
            : null;
    }

    /// <summary>
    /// Null for anything but the one text that encodes these bytes: padding, spaces and stray last bits are not accepted.
    /// </summary>
    private static byte[]? Decode(string part)
    {
        if (part.AsSpan().ContainsAnyExcept(Alphabet))
        {
            return null;
        }

        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return
            Base64Url.DecodeFromChars(part, bytes, out _, out var written) == OperationStatus.Done
            && part.Equals(Base64Url.EncodeToString(bytes.AsSpan(0, written)), StringComparison.Ordinal)
            ? bytes.AsSpan(0, written).ToArray()
            : null;
    }

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );
}

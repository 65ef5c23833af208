namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Normalizes hashes as people paste them.</summary>
internal static class FileHash
{
    /// <summary>Returns the hash in capitals, without spaces and <c>0x</c>.</summary>
    public static string Digits(string typed)
    {
        var trimmed = typed.Trim();
        return (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? trimmed[2..] : trimmed).ToUpperInvariant();
    }

    /// <summary>Returns the number of digits of this kind of hash.</summary>
    public static int Length(AppHashKind kind) => kind == AppHashKind.Sha1 ? 40 : 64;

    public static bool IsHash(AppHashKind kind, string typed) =>
        Digits(typed) is var digits && digits.Length == Length(kind) && digits.All(char.IsAsciiHexDigit);
}

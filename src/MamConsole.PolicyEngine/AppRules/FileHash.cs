namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Hashes as people paste them.</summary>
internal static class FileHash
{
    /// <summary>Without blanks and <c>0x</c>, in capitals.</summary>
    public static string Digits(string typed)
    {
        var trimmed = typed.Trim();
        return (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? trimmed[2..] : trimmed).ToUpperInvariant();
    }

    /// <summary>How many digits a hash of this kind has.</summary>
    public static int Length(AppHashKind kind) => kind == AppHashKind.Sha1 ? 40 : 64;

    public static bool IsHash(AppHashKind kind, string typed) =>
        Digits(typed) is var digits && digits.Length == Length(kind) && digits.All(char.IsAsciiHexDigit);
}

using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// What may be kept as a secret. Asked once, when it is typed: nobody sees it afterwards, and Windows' answer comes late and says little.
/// </summary>
public static class SecretText
{
    /// <summary>Characters: a .pfx file of 64 KB in base64, with some room.</summary>
    public const int MaximumLength = 96 * 1024;

    private const int MaximumPasswordLength = 1024;

    /// <summary>Why it cannot be one of its kind; null when it can. Never repeats what was typed.</summary>
    public static string? Fault(SecretKind kind, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 && kind != SecretKind.PfxPassword ? "Type the secret: an empty one is none."
            : value.Length > MaximumLength ? "This is longer than any secret may be (96 KB)."
            : !SyncMLWriter.CanCarry(value) ? "This holds a character that cannot be sent to a PC. Use letters, digits and signs."
            : kind switch
            {
                SecretKind.WifiKey when !IsWifiKey(value) =>
                    "A Wi-Fi password has 8 to 63 letters, digits and signs of a plain keyboard; the key itself has 64 hexadecimal digits.",
                SecretKind.Pfx when !Convert.TryFromBase64String(value, new byte[value.Length], out _) =>
                    "A certificate with its key is sent as base64 text.",
                SecretKind.WifiKey or SecretKind.Pfx => null,
                _ => value.Length > MaximumPasswordLength ? "This is longer than a password may be (1024 characters)." : null,
            };
    }

    private static bool IsWifiKey(string value) =>
        value.Length switch
        {
            64 => value.All(char.IsAsciiHexDigit),
            >= 8 and <= 63 => value.All(c => c is >= ' ' and <= '~'),
            _ => false,
        };
}

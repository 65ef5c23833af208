using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// Validates secrets. They are validated once, when they are entered: nobody sees them afterwards, and errors from Windows arrive late and
/// contain few details.
/// </summary>
public static class SecretText
{
    /// <summary>The maximum number of characters: a .pfx file of 64 KB in Base64, with a margin.</summary>
    public const int MaximumLength = 96 * 1024;

    private const int MaximumPasswordLength = 1024;

    /// <summary>Returns why the text is not valid for the kind; null when it is. The message never contains the text.</summary>
    public static string? Fault(SecretKind kind, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 && kind != SecretKind.PfxPassword ? "Enter the secret; it must not be empty."
            : value.Length > MaximumLength ? "The secret is longer than 96 KB."
            : !SyncMLWriter.CanCarry(value)
                ? "The secret contains a character that cannot be sent to a PC. Use letters, digits and punctuation."
            : kind switch
            {
                SecretKind.WifiKey when !IsWifiKey(value) =>
                    "A Wi-Fi password has 8 to 63 printable ASCII characters; the key itself has 64 hexadecimal digits.",
                SecretKind.Pfx when !Convert.TryFromBase64String(value, new byte[value.Length], out _) =>
                    "A certificate with its key must be Base64 text.",
                SecretKind.WifiKey or SecretKind.Pfx => null,
                _ => value.Length > MaximumPasswordLength ? "The password is longer than 1024 characters." : null,
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

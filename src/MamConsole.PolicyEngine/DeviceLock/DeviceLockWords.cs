using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>Describes the lock settings as statements, in the unit that the device uses.</summary>
internal static class DeviceLockWords
{
    public const string Area = "Device lock";

    public static IEnumerable<Statement> Describe(DeviceLockSettings s)
    {
        if (s.LockRequired is { } required)
        {
            yield return ToStatement(
                "lockRequired",
                required ? "required" : "not required",
                required ? "The PC must have a password or PIN." : "The PC needs no password.",
                DeviceLockCsp.DevicePasswordEnabled
            );
        }

        if (Count(s.LockAfterMinutes) is { } minutes)
        {
            yield return ToStatement(
                "lockAfterMinutes",
                minutes == "0" ? "never" : Unit(minutes, "minute"),
                minutes == "0" ? "The PC does not lock automatically." : $"The PC locks after {Unit(minutes, "minute")} without use.",
                DeviceLockCsp.MaxInactivityTimeDeviceLock
            );
        }

        if (Count(s.MinimumLength) is { } length)
        {
            yield return ToStatement(
                "minimumLength",
                length == "0" ? "no minimum" : Unit(length, "character"),
                length == "0" ? "Passwords may be of any length." : $"Passwords have {Unit(length, "character")} or more.",
                DeviceLockCsp.MinDevicePasswordLength
            );
        }

        if (s.PasswordKind is { } kind)
        {
            yield return ToStatement(
                "passwordKind",
                kind switch
                {
                    PasswordKind.LettersAndDigits => "letters and digits",
                    PasswordKind.DigitsWillDo => "digits are sufficient",
                    _ => "anything",
                },
                kind switch
                {
                    PasswordKind.LettersAndDigits => "Passwords and PINs have letters as well as digits.",
                    PasswordKind.DigitsWillDo => "A PIN of digits is sufficient.",
                    _ => "A password, a PIN of digits and a PIN with letters are all valid.",
                },
                DeviceLockCsp.AlphanumericDevicePasswordRequired
            );
        }

        if (Count(s.CharacterGroups) is { } groups)
        {
            yield return ToStatement(
                "characterGroups",
                $"at least {groups}",
                $"Passwords mix at least {groups} of: digits, lowercase letters, uppercase letters, special characters.",
                DeviceLockCsp.MinDevicePasswordComplexCharacters
            );
        }

        if (Count(s.FailedAttempts) is { } attempts)
        {
            yield return ToStatement(
                "failedAttempts",
                attempts == "0" ? "no limit" : attempts,
                attempts == "0"
                    ? "Failed attempts have no consequence."
                    : $"After {attempts} failed attempts the PC restarts and requires its BitLocker recovery key. Nothing is wiped.",
                DeviceLockCsp.MaxDevicePasswordFailedAttempts
            );
        }

        if (Count(s.ExpirationDays) is { } days)
        {
            yield return ToStatement(
                "expirationDays",
                days == "0" ? "never" : $"after {Unit(days, "day")}",
                days == "0" ? "Passwords never expire." : $"Passwords must change after {Unit(days, "day")}.",
                DeviceLockCsp.DevicePasswordExpiration
            );
        }

        if (Count(s.History) is { } history)
        {
            yield return ToStatement(
                "history",
                history,
                history == "0" ? "Old passwords can be reused." : $"The last {Unit(history, "password")} cannot be reused.",
                DeviceLockCsp.DevicePasswordHistory
            );
        }

        if (s.AllowSimple is { } simple)
        {
            yield return ToStatement(
                "allowSimple",
                simple ? "allowed" : "not allowed",
                simple ? "Simple passwords such as 1111 are allowed." : "Simple passwords such as 1111 are not allowed.",
                DeviceLockCsp.AllowSimpleDevicePassword
            );
        }
    }

    private static string? Count(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Unit(string count, string unit) => count == "1" ? $"1 {unit}" : $"{count} {unit}s";

    private static Statement ToStatement(string field, string value, string sentence, CspNode node) =>
        new($"deviceLock.{field}", Area, DeviceLockCatalog.Settings.LabelOf(field), value, sentence, [], new[] { node.Uri }.ToValueList());
}

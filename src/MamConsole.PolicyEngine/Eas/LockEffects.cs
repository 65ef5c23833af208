using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// Effects of the entered values that are not entered themselves: one setting presets others, and some apply only together with others
/// (docs/reference/eas.md §3). The sentences describe the current values only.
/// </summary>
public static class LockEffects
{
    /// <param name="s">The lock, as entered.</param>
    /// <param name="fleet">The PCs that would get it; null when they were not counted.</param>
    public static ValueList<string> Of(DeviceLockSettings s, FleetFacts? fleet = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        if (s == new DeviceLockSettings())
        {
            return [];
        }

        if (s.LockRequired == false)
        {
            return s with { LockRequired = null } == new DeviceLockSettings()
                ? ["“No lock required” is the only setting that is sent: Windows does not accept another lock setting with it."]
                : [];
        }

        return [.. Required(s), .. Presets(s), .. Requirements(s, fleet)];
    }

    private static IEnumerable<string> Required(DeviceLockSettings s)
    {
        if (s.LockRequired is null)
        {
            yield return "The lock becomes required: the other settings work only with it, so it is sent too.";
        }
    }

    /// <summary>Length and character sets that are preset.</summary>
    private static IEnumerable<string> Presets(DeviceLockSettings s)
    {
        var hasLength = FindingRules.Number(s.MinimumLength) is not null;
        var preset = LockSettings.Of(LockNodes.Of(s));
        switch (s.PasswordKind)
        {
            case null when !hasLength:
                yield return "Without a minimum length, a required lock makes Windows require 4 characters of any kind.";
                break;
            case PasswordKind.LettersAndDigits when !hasLength && string.IsNullOrWhiteSpace(s.CharacterGroups):
                yield return "“Letters and digits” alone makes Windows require 4 characters from 2 character sets.";
                break;
            case PasswordKind.LettersAndDigits when !hasLength:
                yield return "“Letters and digits” makes Windows require 4 characters from "
                    + $"{Wording.Unit((int)preset.Groups, "character set")}.";
                break;
            case PasswordKind.LettersAndDigits when string.IsNullOrWhiteSpace(s.CharacterGroups):
                yield return "“Letters and digits” makes Windows require 2 character sets.";
                break;
            case PasswordKind.DigitsWillDo or PasswordKind.Any when !hasLength:
                yield return "This choice removes Windows’ default minimum: without a length, a single character is enough.";
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> Requirements(DeviceLockSettings s, FleetFacts? fleet)
    {
        if (!string.IsNullOrWhiteSpace(s.CharacterGroups) && s.PasswordKind != PasswordKind.LettersAndDigits)
        {
            yield return "The number of character sets has no effect: it works only with “Letters and digits”.";
        }

        if (FindingRules.Number(s.FailedAttempts) > 0)
        {
            yield return fleet is { Unencrypted: > 0 }
                ? $"The limit of failed attempts works only where BitLocker is on. {fleet.Unencrypted} of "
                    + $"{Wording.Unit(fleet.Devices, "PC")} reported that {(fleet.Unencrypted == 1 ? "its" : "their")} system drive "
                    + "is not encrypted."
                : "The limit of failed attempts works only where BitLocker is on; without it nothing happens.";
        }

        if (FindingRules.Number(s.MinimumLength) > 8)
        {
            yield return "Personal Microsoft accounts can never meet more than 8 characters: PCs where people use one are permanently "
                + "reported as not compliant.";
        }
    }
}

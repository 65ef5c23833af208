using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// What Windows makes of the typed values and nobody typed: one setting presets others, and some act only beside others
/// (docs/reference/eas.md §3). Sentences about the
/// present values, none about what might be.
/// </summary>
public static class LockEffects
{
    /// <param name="s">The lock, as typed.</param>
    /// <param name="fleet">The PCs that would get it; null where nobody counted.</param>
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
                ? ["“No lock required” is the only setting that is sent: Windows takes no other lock setting beside it."]
                : [];
        }

        return [.. Required(s), .. Presets(s), .. Requirements(s, fleet)];
    }

    private static IEnumerable<string> Required(DeviceLockSettings s)
    {
        if (s.LockRequired is null)
        {
            yield return "The lock itself becomes required: the other settings act only with it, so it is sent along.";
        }
    }

    /// <summary>Length and character sets that come along.</summary>
    private static IEnumerable<string> Presets(DeviceLockSettings s)
    {
        var hasLength = FindingRules.Number(s.MinimumLength) is not null;
        var preset = LockSettings.Of(LockNodes.Of(s));
        switch (s.PasswordKind)
        {
            case null when !hasLength:
                yield return "Without a length of its own, requiring the lock makes Windows ask for 4 characters of any kind.";
                break;
            case PasswordKind.LettersAndDigits when !hasLength && string.IsNullOrWhiteSpace(s.CharacterGroups):
                yield return "“Letters and digits” alone makes Windows ask for 4 characters of 2 kinds.";
                break;
            case PasswordKind.LettersAndDigits when !hasLength:
                yield return "“Letters and digits” makes Windows ask for 4 characters; with your number of "
                    + $"{Wording.Unit((int)preset.Groups, "kind")}.";
                break;
            case PasswordKind.LettersAndDigits when string.IsNullOrWhiteSpace(s.CharacterGroups):
                yield return "“Letters and digits” makes Windows ask for 2 character sets.";
                break;
            case PasswordKind.DigitsWillDo or PasswordKind.Any when !hasLength:
                yield return "This choice takes Windows’ own minimum away: without a length here, a single character will do.";
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> Requirements(DeviceLockSettings s, FleetFacts? fleet)
    {
        if (!string.IsNullOrWhiteSpace(s.CharacterGroups) && s.PasswordKind != PasswordKind.LettersAndDigits)
        {
            yield return "The number of character sets does nothing: it acts only with “Letters and digits”.";
        }

        if (FindingRules.Number(s.FailedAttempts) > 0)
        {
            yield return fleet is { Unencrypted: > 0 }
                ? $"The limit of wrong tries acts only where BitLocker is on. {fleet.Unencrypted} of "
                    + $"{Wording.Unit(fleet.Devices, "PC")} said that {(fleet.Unencrypted == 1 ? "its" : "their")} system drive "
                    + "is not encrypted."
                : "The limit of wrong tries acts only where BitLocker is on; without it nothing happens.";
        }

        if (FindingRules.Number(s.MinimumLength) > 8)
        {
            yield return "Personal Microsoft accounts can never meet more than 8 characters: on PCs where people use one, it counts as "
                + "not compliant for ever.";
        }
    }
}

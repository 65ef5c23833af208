using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>A set of lock rules that fills the whole form.</summary>
/// <param name="Title">The name of the preset.</param>
/// <param name="Sentence">The effect of the preset, with its values.</param>
/// <param name="Settings">The complete lock settings after the preset is applied.</param>
public sealed record LockPreset(string Title, string Sentence, DeviceLockSettings Settings)
{
    private static readonly DeviceLockSettings Moderate = new()
    {
        LockRequired = true,
        LockAfterMinutes = "10",
        MinimumLength = "6",
        FailedAttempts = "10",
        AllowSimple = false,
    };

    /// <summary>
    /// The suggested presets. Personal Microsoft accounts meet both: at most 8 characters and 2 character sets (docs/reference/eas.md §5),
    /// unless Exchange requires more.
    /// </summary>
    /// <param name="exchange">The recorded requirements of Exchange.</param>
    public static ImmutableArray<LockPreset> Suggested(EasPolicy exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var safe = Meeting(
            Moderate with
            {
                MinimumLength = "8",
                PasswordKind = PasswordKind.LettersAndDigits,
                CharacterGroups = "2",
            },
            exchange
        );
        var recorded = LockSettings.Of(exchange).Password;
        return
        [
            Of("Balanced", "Suitable for most PCs; a PIN of digits remains valid.", Moderate),
            Of(
                "Exchange-safe",
                recorded
                    ? "As strict as the recorded Exchange policy, so that mail syncs without an administrator."
                    : "As strict as a typical Exchange policy, so that mail syncs without an administrator. Record your Exchange "
                        + "policy, and the preset follows it.",
                safe
            ),
        ];
    }

    /// <summary>Returns the settings with the smallest changes that meet Exchange in every dimension that MAM supports (R9).</summary>
    private static DeviceLockSettings Meeting(DeviceLockSettings start, EasPolicy policy)
    {
        var exchange = LockSettings.Of(policy);
        return LockDimension.All.Aggregate(
            start,
            (settings, dimension) =>
                dimension.Strictness(exchange) > dimension.Strictness(LockSettings.Of(LockNodes.Of(settings)))
                    ? LockRemedy.For(dimension, settings, exchange).Apply(settings)
                    : settings
        );
    }

    private static LockPreset Of(string title, string purpose, DeviceLockSettings settings)
    {
        var effective = LockSettings.Of(LockNodes.Of(settings));
        string?[] parts =
        [
            effective.IdleSeconds is { } idle
                ? string.Create(CultureInfo.InvariantCulture, $"locks after {Wording.Unit((int)(idle / 60), "minute")}")
                : null,
            $"requires {Wording.Unit((int)effective.MinLength, "character")}"
                + $"{(effective.Groups > 1 ? $" from {effective.Groups} character sets" : "")}",
            effective.SimpleAllowed ? null : "does not accept passwords such as 1111",
            effective.Failed is { } failed ? string.Create(CultureInfo.InvariantCulture, $"allows {failed} failed attempts") : null,
            effective.ExpireDays is { } days
                ? string.Create(CultureInfo.InvariantCulture, $"requires a new password every {Wording.Unit((int)days, "day")}")
                : null,
            effective.History > 0 ? $"does not accept the last {Wording.Unit((int)effective.History, "password")}" : null,
        ];
        var texts = parts.OfType<string>().ToArray();
        return new LockPreset(title, $"{purpose} The PC {string.Join(", ", texts[..^1])} and {texts[^1]}.", settings);
    }
}

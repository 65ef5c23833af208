using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>A set of lock rules that is filled in at once.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Sentence">What it does, in the values that it fills in.</param>
/// <param name="Settings">The lock's whole form after it.</param>
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
    /// What is suggested. Personal Microsoft accounts meet both: at most 8 characters and 2 kinds (docs/reference/eas.md §5), unless
    /// Exchange asks for more.
    /// </summary>
    /// <param name="exchange">What Exchange asks for, as somebody recorded it.</param>
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
            Of("Balanced", "Enough for most PCs, and a PIN of digits still does.", Moderate),
            Of(
                "Exchange-safe",
                recorded
                    ? "As strict as the Exchange policy that you recorded, so that mail syncs without an administrator."
                    : "As strict as Exchange usually asks, so that mail syncs without an administrator. Record your Exchange "
                        + "policy and it follows that one.",
                safe
            ),
        ];
    }

    /// <summary>The smallest changes with which the settings meet Exchange in each thing that MAM can express (R9).</summary>
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
            $"asks for {Wording.Unit((int)effective.MinLength, "character")}"
                + $"{(effective.Groups > 1 ? $" of {effective.Groups} kinds" : "")}",
            effective.SimpleAllowed ? null : "refuses passwords such as 1111",
            effective.Failed is { } failed ? string.Create(CultureInfo.InvariantCulture, $"takes {failed} wrong tries") : null,
            effective.ExpireDays is { } days
                ? string.Create(CultureInfo.InvariantCulture, $"wants a new password every {Wording.Unit((int)days, "day")}")
                : null,
            effective.History > 0 ? $"remembers {Wording.Unit((int)effective.History, "password")}" : null,
        ];
        var texts = parts.OfType<string>().ToArray();
        return new LockPreset(title, $"{purpose} The PC {string.Join(", ", texts[..^1])} and {texts[^1]}.", settings);
    }
}

using System.Globalization;
using MamConsole.PolicyEngine.DeviceLock;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>The smallest change with which a policy meets Exchange in one dimension (R9), or the reason why there is none.</summary>
/// <param name="Dimension">The dimension in which Exchange is stricter.</param>
/// <param name="Field">The field to change, as a path in the written policy's JSON; null when no setting helps.</param>
/// <param name="Value">The value for the field, when the field holds text.</param>
/// <param name="Words">What to do, or why nothing can be done.</param>
public sealed record LockRemedy(LockDimension Dimension, string? Field, string? Value, string Words)
{
    private const int MaximumExpiry = 730;
    private const int MaximumHistory = 50;
    private const int MinimumLength = 4;

    private readonly Func<DeviceLockSettings, DeviceLockSettings>? change;

    private LockRemedy(
        LockDimension dimension,
        string? field,
        string? value,
        string words,
        Func<DeviceLockSettings, DeviceLockSettings> change
    )
        : this(dimension, field, value, words) => this.change = change;

    /// <summary>Whether a change to the policy helps.</summary>
    public bool IsPossible => Field is not null;

    /// <summary>Returns the policy with the change, or the same policy when no change helps.</summary>
    public DeviceLockSettings Apply(DeviceLockSettings draft) => change is null ? draft : change(draft);

    public bool Equals(LockRemedy? other) =>
        other is not null && (Dimension, Field, Value, Words) == (other.Dimension, other.Field, other.Value, other.Words);

    public override int GetHashCode() => HashCode.Combine(Dimension, Field, Value, Words);

    /// <param name="dimension">The dimension in which Exchange is stricter.</param>
    /// <param name="draft">The policy's lock.</param>
    /// <param name="exchange">The effective lock rules of Exchange.</param>
    public static LockRemedy For(LockDimension dimension, DeviceLockSettings draft, LockSettings exchange)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(exchange);
        return dimension switch
        {
            _ when dimension == LockDimension.Password => new(
                dimension,
                dimension.Field,
                null,
                "Require the lock.",
                s => s with { LockRequired = true }
            ),
            _ when dimension == LockDimension.Simple => new(
                dimension,
                dimension.Field,
                null,
                "Do not allow simple passwords.",
                s => s with { AllowSimple = false }
            ),
            _ when dimension == LockDimension.Length => Length(exchange.MinLength),
            _ when dimension == LockDimension.Groups => Groups(draft, exchange.Groups),
            _ when dimension == LockDimension.Idle => Idle(exchange.IdleSeconds ?? 0),
            _ when dimension == LockDimension.Failed => Number(
                dimension,
                exchange.Failed ?? 0,
                "Lower it to {0} failed attempts.",
                (s, text) => s with { FailedAttempts = text }
            ),
            _ when dimension == LockDimension.Expiry => Number(
                dimension,
                Math.Min(exchange.ExpireDays ?? 0, MaximumExpiry),
                exchange.ExpireDays > MaximumExpiry ? "Set it to {0} days, the maximum in MAM." : "Set it to {0} days.",
                (s, text) => s with { ExpirationDays = text }
            ),
            _ when dimension == LockDimension.History => exchange.History > MaximumHistory
                ? new(
                    dimension,
                    null,
                    null,
                    $"Exchange requires a history of {exchange.History} passwords. MAM supports {MaximumHistory}, so it cannot be matched."
                )
                : Number(dimension, exchange.History, "Raise it to {0} passwords.", (s, text) => s with { History = text }),
            _ => new(dimension, null, null, "MAM has no setting for encryption: people turn on device encryption or BitLocker themselves."),
        };
    }

    private static LockRemedy Length(long requested) =>
        Number(
            LockDimension.Length,
            Math.Max(requested, MinimumLength),
            requested < MinimumLength ? "Set it to {0} characters, the minimum in MAM." : "Raise it to {0} characters.",
            (s, text) => s with { MinimumLength = text }
        );

    private static LockRemedy Groups(DeviceLockSettings draft, long requested)
    {
        // Letters and digits are 2 character sets by default, unless a number overrides it.
        var number = requested == 2 && string.IsNullOrWhiteSpace(draft.CharacterGroups) ? "" : Text(requested);
        DeviceLockSettings Change(DeviceLockSettings s) =>
            s with
            {
                PasswordKind = PasswordKind.LettersAndDigits,
                CharacterGroups = number,
            };
        return draft.PasswordKind == PasswordKind.LettersAndDigits
            ? new(LockDimension.Groups, LockDimension.Groups.Field, Text(requested), $"Raise it to {requested} character sets.", Change)
            : new(
                LockDimension.Groups,
                "deviceLock.passwordKind",
                null,
                number.Length == 0 ? "Require letters and digits." : $"Require letters and digits, and {requested} character sets.",
                Change
            );
    }

    private static LockRemedy Idle(long seconds) =>
        seconds / 60 is > 0 and var minutes
            ? Number(
                LockDimension.Idle,
                minutes,
                minutes == 1 ? "Set it to {0} minute." : "Set it to {0} minutes.",
                (s, text) => s with { LockAfterMinutes = text }
            )
            : new(
                LockDimension.Idle,
                null,
                null,
                $"Exchange locks after {LockWording.Time(seconds)}; MAM counts whole minutes, so it cannot be matched."
            );

    private static LockRemedy Number(
        LockDimension dimension,
        long value,
        string words,
        Func<DeviceLockSettings, string, DeviceLockSettings> change
    ) =>
        new(
            dimension,
            dimension.Field,
            Text(value),
            string.Format(CultureInfo.InvariantCulture, words, value),
            s => change(s, Text(value))
        );

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

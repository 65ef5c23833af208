using FluentValidation;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.HelloPin;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>
/// Rules that compare a policy with a recorded Exchange policy: EX-01 where Exchange is stricter, EX-02 where it cannot be matched, and
/// PIN-02 and PIN-04 where no PIN satisfies both (docs/reference/eas.md §6 and §8).
/// </summary>
internal static class ExchangeRules
{
    public static void Check(DeviceLockSettings draft, ValidationContext<DeviceLockSettings> c)
    {
        if (c.Context().Exchange is not { } policy)
        {
            return;
        }

        var nodes = LockNodes.Of(draft);
        var mam = LockSettings.Of(nodes);
        var exchange = LockSettings.Of(policy);
        foreach (var dimension in Stricter(mam, exchange).Where(dimension => !IsWrong(dimension, draft, nodes)))
        {
            var remedy = LockRemedy.For(dimension, draft, exchange);
            var (code, severity) = remedy.IsPossible ? ("EX-01", Severity.Warn) : ("EX-02", Severity.Note);
            var words = remedy.IsPossible
                ? $"Exchange is stricter ({LockWording.Of(dimension, exchange)}): Windows would require an administrator before mail "
                    + $"syncs. {remedy.Words}"
                : remedy.Words;
            c.AddFinding((remedy.Field ?? dimension.Field!)["deviceLock.".Length..], code, severity, words, remedy.Value);
        }
    }

    public static void Check(HelloPinSettings s, ValidationContext<HelloPinSettings> c)
    {
        if (c.Context().Exchange is not { } policy)
        {
            return;
        }

        var exchange = LockSettings.Of(policy);
        var maximum = FindingRules.Number(s.MaximumLength);
        if (exchange.MinLength > maximum && !(FindingRules.Number(c.Policy().DeviceLock.MinimumLength) > maximum))
        {
            c.AddFinding(
                nameof(s.MaximumLength),
                "PIN-02",
                Severity.Block,
                $"Exchange requires {exchange.MinLength} characters, also for PINs: a maximum of {maximum} allows no valid PIN."
            );
        }

        (string Field, PinCharacters? Rule)[] classes =
        [
            (nameof(s.LowercaseLetters), s.LowercaseLetters),
            (nameof(s.UppercaseLetters), s.UppercaseLetters),
            (nameof(s.SpecialCharacters), s.SpecialCharacters),
            (nameof(s.Digits), s.Digits),
        ];
        var forbidden = classes.Where(one => one.Rule == PinCharacters.Forbidden).ToArray();
        if (forbidden.Length < classes.Length && classes.Length - forbidden.Length < exchange.Groups)
        {
            c.AddFinding(
                forbidden[0].Field,
                "PIN-04",
                Severity.Warn,
                $"Exchange requires {exchange.Groups} character sets, but this policy allows only {classes.Length - forbidden.Length} "
                    + "in a PIN: people cannot use Windows Hello, only their password."
            );
        }
    }

    /// <summary>Without a required lock, one finding replaces nine.</summary>
    private static IEnumerable<LockDimension> Stricter(LockSettings mam, LockSettings exchange)
    {
        var stricter = LockDimension.All.Where(d => d.Field is not null && d.Strictness(exchange) > d.Strictness(mam));
        return exchange.Password && !mam.Password ? stricter.Take(1) : stricter;
    }

    /// <summary>Whether the field contains a value that cannot be sent; the field's own rule reports it.</summary>
    private static bool IsWrong(LockDimension dimension, DeviceLockSettings draft, LockNodes nodes)
    {
        var (typed, node) = dimension switch
        {
            _ when dimension == LockDimension.Length => (draft.MinimumLength, LockNodes.MinDevicePasswordLength),
            _ when dimension == LockDimension.Groups => (draft.CharacterGroups, LockNodes.MinDevicePasswordComplexCharacters),
            _ when dimension == LockDimension.Idle => (draft.LockAfterMinutes, LockNodes.MaxInactivityTimeDeviceLock),
            _ when dimension == LockDimension.Failed => (draft.FailedAttempts, LockNodes.MaxDevicePasswordFailedAttempts),
            _ when dimension == LockDimension.Expiry => (draft.ExpirationDays, LockNodes.DevicePasswordExpiration),
            _ when dimension == LockDimension.History => (draft.History, LockNodes.DevicePasswordHistory),
            _ => ("", ""),
        };
        return !string.IsNullOrWhiteSpace(typed) && nodes[node] is null;
    }
}

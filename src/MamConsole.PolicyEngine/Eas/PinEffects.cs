using System.Globalization;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// The effective PIN rules together with the device lock: Windows enforces the stricter of both for length and character sets
/// (docs/reference/eas.md §3).
/// </summary>
public static class PinEffects
{
    /// <summary>The minimum that Windows uses when a policy sets none: the catalog's default of MinimumPINLength.</summary>
    internal static readonly int DefaultMinimumLength = int.Parse(
        PassportForWorkCsp.MinimumPinLength.Default!,
        CultureInfo.InvariantCulture
    );

    /// <param name="pin">The PIN rules, as entered.</param>
    /// <param name="deviceLock">The device lock of the same policy.</param>
    public static ValueList<string> Of(HelloPinSettings pin, DeviceLockSettings deviceLock)
    {
        ArgumentNullException.ThrowIfNull(pin);
        ArgumentNullException.ThrowIfNull(deviceLock);
        var lockRules = LockSettings.Of(LockNodes.Of(deviceLock));
        return pin.UsePassportForWork == false || !lockRules.Password ? [] : [.. Length(pin, lockRules), .. Kinds(lockRules)];
    }

    private static IEnumerable<string> Length(HelloPinSettings pin, LockSettings lockRules)
    {
        var own = FindingRules.Number(pin.MinimumLength) ?? DefaultMinimumLength;
        if (lockRules.MinLength > own)
        {
            yield return $"PINs have {Wording.Unit((int)lockRules.MinLength, "character")} or more, not {own}: the device lock requires "
                + "that, and the stricter of both counts.";
        }
        else if (lockRules.MinLength > 0 && own > lockRules.MinLength)
        {
            yield return $"PINs have {Wording.Unit(own, "character")} or more; the device lock’s {lockRules.MinLength} "
                + $"{(lockRules.MinLength == 1 ? "applies" : "apply")} only to passwords.";
        }
    }

    private static IEnumerable<string> Kinds(LockSettings lockRules)
    {
        string[] kinds = ["digits", "lowercase letters", "uppercase letters", "special characters"];
        if (lockRules.Groups > 1)
        {
            yield return $"The device lock’s {lockRules.Groups} character sets apply to PINs too: "
                + $"{string.Join(", ", kinds[..(int)Math.Min(lockRules.Groups, 4)])}. A PIN of digits alone is not valid.";
        }
    }
}

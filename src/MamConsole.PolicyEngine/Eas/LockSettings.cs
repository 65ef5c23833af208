using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// The effective lock rules on a PC after presets and dependencies are applied, in one shape for both policies, so that they can be
/// compared and combined (docs/reference/eas.md §3). Null = no limit, which is written explicitly in JSON: an absent member would be
/// ambiguous.
/// </summary>
/// <param name="Password">Whether a lock is required.</param>
/// <param name="SimpleAllowed">Whether simple passwords such as 1111 are allowed.</param>
/// <param name="MinLength">The minimum number of characters; 0 = no minimum.</param>
/// <param name="Groups">The minimum number of character sets, 1 to 4.</param>
/// <param name="IdleSeconds">The inactivity time in seconds before the PC locks (R4).</param>
/// <param name="Failed">The maximum number of failed attempts.</param>
/// <param name="ExpireDays">The number of days until the password must change.</param>
/// <param name="History">The number of old passwords that cannot be reused.</param>
/// <param name="Encryption">Whether every fixed drive must be encrypted; no MAM setting can require it.</param>
public sealed record LockSettings(
    bool Password,
    bool SimpleAllowed,
    long MinLength,
    long Groups,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? IdleSeconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Failed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? ExpireDays,
    long History,
    bool Encryption
)
{
    /// <summary>The rules without requirements.</summary>
    public static readonly LockSettings None = new(false, true, 0, 1, null, null, null, 0, false);

    /// <summary>Returns the effective rules of DeviceLock nodes. Without a required lock no other node has an effect.</summary>
    public static LockSettings Of(LockNodes nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        if (nodes[LockNodes.DevicePasswordEnabled] != 0)
        {
            return None;
        }

        // Each of the two switches presets length and character sets; the number of sets counts only with letters and digits.
        var (presetLength, presetGroups) = nodes[LockNodes.AlphanumericDevicePasswordRequired] switch
        {
            null => (4, 1),
            0 => (4, 2),
            _ => (0, 1),
        };
        return new LockSettings(
            Password: true,
            SimpleAllowed: nodes[LockNodes.AllowSimpleDevicePassword] != 0,
            MinLength: nodes[LockNodes.MinDevicePasswordLength] ?? presetLength,
            Groups: nodes[LockNodes.AlphanumericDevicePasswordRequired] == 0
                ? nodes[LockNodes.MinDevicePasswordComplexCharacters] ?? presetGroups
                : presetGroups,
            IdleSeconds: Limit(nodes[LockNodes.MaxInactivityTimeDeviceLock]) * 60,
            Failed: Limit(nodes[LockNodes.MaxDevicePasswordFailedAttempts]),
            ExpireDays: Limit(nodes[LockNodes.DevicePasswordExpiration]),
            History: nodes[LockNodes.DevicePasswordHistory] ?? 0,
            Encryption: false
        );
    }

    /// <summary>
    /// Returns the effective rules of an Exchange policy. Without its password switch no other password element counts (R1).
    /// </summary>
    public static LockSettings Of(EasPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var encryption = policy[EasElement.RequireDeviceEncryption] == 1;
        if (policy[EasElement.DevicePasswordEnabled] != 1)
        {
            return None with { Encryption = encryption };
        }

        var alphanumeric = policy[EasElement.AlphanumericDevicePasswordRequired] == 1 ? 2 : 1;
        return new LockSettings(
            Password: true,
            SimpleAllowed: policy[EasElement.AllowSimpleDevicePassword] != 0,
            MinLength: policy[EasElement.MinDevicePasswordLength] is > 1 and var length ? length : 0,
            Groups: Math.Max(policy[EasElement.MinDevicePasswordComplexCharacters] ?? 1, alphanumeric),
            IdleSeconds: policy[EasElement.MaxInactivityTimeDeviceLock] is < EasElement.UnlimitedSeconds and var idle ? Limit(idle) : null,
            Failed: policy[EasElement.MaxDevicePasswordFailedAttempts],
            ExpireDays: Limit(policy[EasElement.DevicePasswordExpiration]),
            History: policy[EasElement.DevicePasswordHistory] ?? 0,
            Encryption: encryption
        );
    }

    /// <summary>
    /// Returns the stricter value of both in each dimension (R3); the order and the number of accounts do not matter (R8).
    /// </summary>
    public LockSettings Strictest(LockSettings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new LockSettings(
            Password || other.Password,
            SimpleAllowed && other.SimpleAllowed,
            Math.Max(MinLength, other.MinLength),
            Math.Max(Groups, other.Groups),
            Least(IdleSeconds, other.IdleSeconds),
            Least(Failed, other.Failed),
            Least(ExpireDays, other.ExpireDays),
            Math.Max(History, other.History),
            Encryption || other.Encryption
        );
    }

    // 0 means no limit, which is the weakest value, not the strictest.
    private static long? Limit(long? value) => value is 0 ? null : value;

    private static long? Least(long? one, long? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;
}

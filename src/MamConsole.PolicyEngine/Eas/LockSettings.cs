using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// What a set of lock rules comes to on a PC once presets and gates have acted, in one shape for both sides, so that they can be compared
/// and combined (docs/reference/eas.md §3). Null = no limit, which JSON says as well: an absent member would leave it open.
/// </summary>
/// <param name="Password">Whether a lock is required at all.</param>
/// <param name="SimpleAllowed">Whether passwords such as 1111 will do.</param>
/// <param name="MinLength">Characters at least; 0 = no minimum.</param>
/// <param name="Groups">Kinds of characters at least, 1 to 4.</param>
/// <param name="IdleSeconds">Seconds without use before the PC locks; always seconds in here (R4).</param>
/// <param name="Failed">Wrong tries at most.</param>
/// <param name="ExpireDays">Days until the password must change.</param>
/// <param name="History">Old passwords that may not come back.</param>
/// <param name="Encryption">Whether every fixed drive must be encrypted; no MAM rule can ask for it.</param>
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
    /// <summary>Asks for nothing.</summary>
    public static readonly LockSettings None = new(false, true, 0, 1, null, null, null, 0, false);

    /// <summary>What DeviceLock nodes come to. Without the lock itself no other node acts.</summary>
    public static LockSettings Of(LockNodes nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        if (nodes[LockNodes.DevicePasswordEnabled] != 0)
        {
            return None;
        }

        // Each of the two switches presets length and character sets; only letters-and-digits lets their number act.
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

    /// <summary>What an Exchange policy comes to. Without its password switch no other element about passwords counts (R1).</summary>
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

    /// <summary>The stricter of both in each dimension (R3), in any order and any number (R8: several accounts).</summary>
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

    // 0 is the weakest limit there is, not the strictest.
    private static long? Limit(long? value) => value is 0 ? null : value;

    private static long? Least(long? one, long? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;
}

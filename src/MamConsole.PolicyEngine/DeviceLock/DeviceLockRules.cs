using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>The parsed lock settings: a value that exists is in its range.</summary>
/// <param name="LockRequired">Sent whenever another setting is: the sources contradict each other on Windows' default
/// (docs/reference/eas.md §3).</param>
public sealed record DeviceLockRules(
    bool LockRequired,
    int? LockAfterMinutes,
    int? MinimumLength,
    PasswordKind? PasswordKind,
    int? CharacterGroups,
    int? FailedAttempts,
    int? ExpirationDays,
    int? History,
    bool? AllowSimple
)
{
    /// <summary>Returns null when nothing is set.</summary>
    internal static DeviceLockRules? Parse(DeviceLockSettings settings) =>
        settings == new DeviceLockSettings()
            ? null
            : new(
                settings.LockRequired ?? true,
                FindingRules.Number(settings.LockAfterMinutes),
                FindingRules.Number(settings.MinimumLength),
                settings.PasswordKind,
                FindingRules.Number(settings.CharacterGroups),
                FindingRules.Number(settings.FailedAttempts),
                FindingRules.Number(settings.ExpirationDays),
                FindingRules.Number(settings.History),
                settings.AllowSimple
            );
}

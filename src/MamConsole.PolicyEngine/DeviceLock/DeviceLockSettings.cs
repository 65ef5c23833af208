namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>The lock screen and the password, as entered. An empty field does not set its setting.</summary>
public sealed record DeviceLockSettings
{
    /// <summary>Whether the PC must have a lock.</summary>
    public bool? LockRequired { get; init; }

    /// <summary>The minutes without use before the PC locks, 0 to 999; 0 = never.</summary>
    public string LockAfterMinutes { get; init; } = "";

    /// <summary>The minimum password length, 4 to 16 characters; 0 = no minimum.</summary>
    public string MinimumLength { get; init; } = "";

    /// <summary>The type of password or PIN; null = Windows decides.</summary>
    public PasswordKind? PasswordKind { get; init; }

    /// <summary>
    /// The minimum number of character sets, 1 to 4; works only with <see cref="DeviceLock.PasswordKind.LettersAndDigits"/>.
    /// </summary>
    public string CharacterGroups { get; init; } = "";

    /// <summary>The failed attempts before the PC restarts into BitLocker recovery: 4 to 16; 0 = no limit.</summary>
    public string FailedAttempts { get; init; } = "";

    /// <summary>Days until a password must change, 0 to 730; 0 = never.</summary>
    public string ExpirationDays { get; init; } = "";

    /// <summary>The number of old passwords that cannot be reused, 0 to 50.</summary>
    public string History { get; init; } = "";

    /// <summary>Whether simple passwords such as 1111 or abcd are allowed.</summary>
    public bool? AllowSimple { get; init; }
}

namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>The lock screen and the password, as typed. An empty field says nothing about its setting.</summary>
public sealed record DeviceLockSettings
{
    /// <summary>Whether the PC must have a lock at all.</summary>
    public bool? LockRequired { get; init; }

    /// <summary>Minutes without use, 0 to 999; 0 = never.</summary>
    public string LockAfterMinutes { get; init; } = "";

    /// <summary>4 to 16 characters; 0 = no minimum.</summary>
    public string MinimumLength { get; init; } = "";

    /// <summary>What a password or PIN may be made of; null = Windows decides.</summary>
    public PasswordKind? PasswordKind { get; init; }

    /// <summary>1 to 4 character sets; acts only with <see cref="DeviceLock.PasswordKind.LettersAndDigits"/>.</summary>
    public string CharacterGroups { get; init; } = "";

    /// <summary>Wrong tries before the PC restarts into BitLocker recovery: 4 to 16; 0 = no limit.</summary>
    public string FailedAttempts { get; init; } = "";

    /// <summary>Days until a password must change, 0 to 730; 0 = never.</summary>
    public string ExpirationDays { get; init; } = "";

    /// <summary>Old passwords that may not come back, 0 to 50.</summary>
    public string History { get; init; } = "";

    /// <summary>Whether passwords such as 1111 or abcd will do.</summary>
    public bool? AllowSimple { get; init; }
}

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>Windows Hello and its PIN, as typed (docs/reference/eas.md §3 and §6). An empty field says nothing about its setting.</summary>
public sealed record HelloPinSettings
{
    /// <summary>Whether people may sign in with Windows Hello for Business.</summary>
    public bool? UsePassportForWork { get; init; }

    /// <summary>4 to 127 characters.</summary>
    public string MinimumLength { get; init; } = "";

    /// <summary>4 to 127 characters.</summary>
    public string MaximumLength { get; init; } = "";

    public PinCharacters? UppercaseLetters { get; init; }

    public PinCharacters? LowercaseLetters { get; init; }

    public PinCharacters? Digits { get; init; }

    public PinCharacters? SpecialCharacters { get; init; }

    /// <summary>Old PINs that may not come back, 0 to 50.</summary>
    public string History { get; init; } = "";

    /// <summary>Days until a PIN must change, 0 to 730; 0 = never.</summary>
    public string ExpirationDays { get; init; } = "";
}

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>Windows Hello and its PIN, as entered (docs/reference/eas.md §3 and §6). An empty field does not set its setting.</summary>
public sealed record HelloPinSettings
{
    /// <summary>Whether people can sign in with Windows Hello for Business.</summary>
    public bool? UsePassportForWork { get; init; }

    /// <summary>The minimum length, 4 to 127 characters.</summary>
    public string MinimumLength { get; init; } = "";

    /// <summary>The maximum length, 4 to 127 characters.</summary>
    public string MaximumLength { get; init; } = "";

    public PinCharacters? UppercaseLetters { get; init; }

    public PinCharacters? LowercaseLetters { get; init; }

    public PinCharacters? Digits { get; init; }

    public PinCharacters? SpecialCharacters { get; init; }

    /// <summary>The number of old PINs that cannot be reused, 0 to 50.</summary>
    public string History { get; init; } = "";

    /// <summary>Days until a PIN must change, 0 to 730; 0 = never.</summary>
    public string ExpirationDays { get; init; } = "";
}

using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>The parsed Windows Hello and PIN settings.</summary>
public sealed record HelloPinRules(
    bool? UsePassportForWork,
    int? MinimumLength,
    int? MaximumLength,
    PinCharacters? UppercaseLetters,
    PinCharacters? LowercaseLetters,
    PinCharacters? Digits,
    PinCharacters? SpecialCharacters,
    int? History,
    int? ExpirationDays
)
{
    /// <summary>Returns null when nothing is set.</summary>
    internal static HelloPinRules? Parse(HelloPinSettings s) =>
        s == new HelloPinSettings()
            ? null
            : new(
                s.UsePassportForWork,
                FindingRules.Number(s.MinimumLength),
                FindingRules.Number(s.MaximumLength),
                s.UppercaseLetters,
                s.LowercaseLetters,
                s.Digits,
                s.SpecialCharacters,
                FindingRules.Number(s.History),
                FindingRules.Number(s.ExpirationDays)
            );
}

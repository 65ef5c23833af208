using FluentValidation;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.HelloPin;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>
/// PIN-02 and PIN-03: the device lock applies to PINs too, and Windows enforces the stricter of both (docs/reference/eas.md §6). For PIN-02
/// and PIN-04 with Exchange see <see cref="ExchangeRules"/>.
/// </summary>
internal sealed class HelloPinCrossChecks : AbstractValidator<HelloPinSettings>
{
    public HelloPinCrossChecks()
    {
        RuleFor(s => s).Custom(Length);
        RuleFor(s => s).Custom(Characters);
        RuleFor(s => s).Custom(ExchangeRules.Check);
    }

    private static void Length(HelloPinSettings s, ValidationContext<HelloPinSettings> c)
    {
        var maximum = FindingRules.Number(s.MaximumLength);
        if (FindingRules.Number(c.Policy().DeviceLock.MinimumLength) is { } password && password > maximum)
        {
            c.AddFinding(
                "MaximumLength",
                "PIN-02",
                Severity.Block,
                $"The device lock requires {password} characters, also for PINs: a maximum of {maximum} allows no valid PIN."
            );
        }
    }

    private static void Characters(HelloPinSettings s, ValidationContext<HelloPinSettings> c)
    {
        (string Field, string Words, PinCharacters? Rule, int FromGroups)[] classes =
        [
            ("Digits", "digits", s.Digits, 1),
            ("LowercaseLetters", "lowercase letters", s.LowercaseLetters, 2),
            ("UppercaseLetters", "uppercase letters", s.UppercaseLetters, 3),
            ("SpecialCharacters", "special characters", s.SpecialCharacters, 4),
        ];
        if (Array.TrueForAll(classes, one => one.Rule == PinCharacters.Forbidden))
        {
            // Rule PIN-05 already reports it.
            return;
        }

        // "Letters and digits" presets two character sets. The sets that a number implies are fixed: digits, lowercase, uppercase, special.
        var deviceLock = c.Policy().DeviceLock;
        var groups = deviceLock.PasswordKind == PasswordKind.LettersAndDigits ? FindingRules.Number(deviceLock.CharacterGroups) ?? 2 : 0;
        foreach (var (field, words, rule, fromGroups) in classes)
        {
            if (rule == PinCharacters.Forbidden && groups >= fromGroups)
            {
                c.AddFinding(
                    field,
                    "PIN-03",
                    Severity.Block,
                    $"The device lock requires {words}, also for PINs: forbidding them leaves no valid PIN."
                );
            }
        }
    }
}

using FluentValidation;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>
/// Rules PIN-01 to PIN-09 (docs/reference/eas.md §6). Windows takes the stricter of this and the device lock for length and characters, so
/// both are
/// looked at, and a recorded Exchange policy too (PIN-02, PIN-04). PIN-10 is the compiler's promise.
/// </summary>
internal sealed class HelloPinValidator : AbstractValidator<HelloPinSettings>
{
    public HelloPinValidator()
    {
        RuleFor(s => s.MinimumLength)
            .Must(v => FindingRules.EmptyOrWithin(v, 4, 127))
            .WithFinding("PIN-07", Severity.Block, "A PIN has 4 to 127 characters.");
        RuleFor(s => s.MaximumLength)
            .Must(v => FindingRules.EmptyOrWithin(v, 4, 127))
            .WithFinding("PIN-07", Severity.Block, "A PIN has 4 to 127 characters.");
        RuleFor(s => s.History)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, 50))
            .WithFinding("PIN-08", Severity.Block, "Windows remembers 0 to 50 old PINs.");
        RuleFor(s => s.ExpirationDays)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, 730))
            .WithFinding("PIN-08", Severity.Block, "Windows takes 0 to 730 days; 0 means PINs never expire.");
        RuleFor(s => s).Custom(Lengths);
        RuleFor(s => s).Custom(Characters);
        RuleFor(s => s).Custom(ExchangeRules.Check);
        RuleFor(s => s.UsePassportForWork)
            .Must((s, use) => use != false || s with { UsePassportForWork = null } == new HelloPinSettings())
            .WithFinding("PIN-09", Severity.Warn, "Windows Hello is switched off, so the rules for its PIN have no effect.");
    }

    private static void Lengths(HelloPinSettings s, ValidationContext<HelloPinSettings> c)
    {
        var minimum = FindingRules.Number(s.MinimumLength);
        var maximum = FindingRules.Number(s.MaximumLength);
        if (minimum > maximum)
        {
            c.AddFinding(
                "MinimumLength",
                "PIN-01",
                Severity.Block,
                $"The shortest PIN ({minimum}) is longer than the longest ({maximum}): no PIN would do."
            );
        }

        if (FindingRules.Number(c.Policy().DeviceLock.MinimumLength) is { } password && password > maximum)
        {
            c.AddFinding(
                "MaximumLength",
                "PIN-02",
                Severity.Block,
                $"The device lock asks for {password} characters, and that counts for PINs too: with at most {maximum} no PIN would do."
            );
        }
    }

    private static void Characters(HelloPinSettings s, ValidationContext<HelloPinSettings> c)
    {
        (string Field, string Words, PinCharacters? Rule, int FromGroups)[] classes =
        [
            ("Digits", "digits", s.Digits, 1),
            ("LowercaseLetters", "small letters", s.LowercaseLetters, 2),
            ("UppercaseLetters", "capitals", s.UppercaseLetters, 3),
            ("SpecialCharacters", "other characters", s.SpecialCharacters, 4),
        ];
        if (Array.TrueForAll(classes, one => one.Rule == PinCharacters.Forbidden))
        {
            c.AddFinding("Digits", "PIN-05", Severity.Block, "Every kind of character is forbidden: no PIN would do.");
            return;
        }

        // Letters and digits presets two kinds; which ones a number of kinds means is fixed: digits, small letters, capitals, others.
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
                    $"The device lock demands {words}, and that counts for PINs too: forbidding them leaves no PIN that would do."
                );
            }
        }

        var required = classes.Count(one => one.Rule == PinCharacters.Required);
        if (FindingRules.Number(s.MaximumLength) is { } maximum && required == maximum)
        {
            c.AddFinding(
                "MaximumLength",
                "PIN-06",
                Severity.Note,
                $"{required} kinds of characters in {maximum} places: possible, but only with one of each."
            );
        }
    }
}

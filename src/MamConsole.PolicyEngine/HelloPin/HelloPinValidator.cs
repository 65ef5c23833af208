using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>
/// Rules PIN-01 to PIN-09 (docs/reference/eas.md §6). Windows enforces the stricter of this area and the device lock for length and
/// characters, so both are evaluated, and a recorded Exchange policy too (PIN-02, PIN-04). The compiler guarantees PIN-10.
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
            .WithFinding("PIN-08", Severity.Block, "Windows accepts a history of 0 to 50 PINs.");
        RuleFor(s => s.ExpirationDays)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, 730))
            .WithFinding("PIN-08", Severity.Block, "Windows accepts 0 to 730 days; 0 means PINs never expire.");
        RuleFor(s => s).Custom(Lengths);
        RuleFor(s => s).Custom(Characters);
        RuleFor(s => s.UsePassportForWork)
            .Must((s, use) => use != false || s with { UsePassportForWork = null } == new HelloPinSettings())
            .WithFinding("PIN-09", Severity.Warn, "Windows Hello is turned off, so the rules for its PIN have no effect.");
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
                $"The minimum PIN length ({minimum}) is greater than the maximum ({maximum}): no PIN would be valid."
            );
        }
    }

    private static void Characters(HelloPinSettings s, ValidationContext<HelloPinSettings> c)
    {
        PinCharacters?[] classes = [s.Digits, s.LowercaseLetters, s.UppercaseLetters, s.SpecialCharacters];
        if (Array.TrueForAll(classes, one => one == PinCharacters.Forbidden))
        {
            c.AddFinding("Digits", "PIN-05", Severity.Block, "Every character set is forbidden: no PIN would be valid.");
            return;
        }

        var required = classes.Count(one => one == PinCharacters.Required);
        if (FindingRules.Number(s.MaximumLength) is { } maximum && required == maximum)
        {
            c.AddFinding(
                "MaximumLength",
                "PIN-06",
                Severity.Note,
                $"A PIN of {maximum} characters must contain {required} character sets: only one character of each is possible."
            );
        }
    }
}

using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>
/// Rules DL-01 to DL-06 and DL-08 (docs/reference/eas.md §6), and those that compare with a recorded Exchange policy. The compiler
/// guarantees DL-07: no node of the area is newer than MAM itself.
/// </summary>
internal sealed class DeviceLockValidator : AbstractValidator<DeviceLockSettings>
{
    public DeviceLockValidator()
    {
        RuleFor(s => s.LockRequired)
            .Must((s, required) => required != false || s with { LockRequired = null } == new DeviceLockSettings())
            .WithFinding(
                "DL-01",
                Severity.Block,
                "A policy that requires no lock cannot have password settings. Require the lock, or clear the other fields."
            );

        RuleFor(s => s.MinimumLength)
            .Must(v => FindingRules.EmptyOrWithin(v, 4, 16, 0))
            .WithFinding("DL-02", Severity.Block, "Windows accepts 4 to 16 characters, or 0 for no minimum.");

        RuleFor(s => s.FailedAttempts)
            .Must(v => FindingRules.EmptyOrWithin(v, 4, 16, 0))
            .WithFinding("DL-03", Severity.Block, "Windows accepts 4 to 16 failed attempts, or 0 for no limit.");

        RuleFor(s => s.CharacterGroups)
            .Must(v => FindingRules.EmptyOrWithin(v, 1, 4))
            .WithFinding(
                "DL-06",
                Severity.Block,
                "Windows supports 1 to 4 character sets: digits, lowercase letters, uppercase letters, special characters."
            );
        RuleFor(s => s.CharacterGroups)
            .Must(v => FindingRules.Number(v) is not (3 or 4))
            .WithFinding(
                "DL-04",
                Severity.Warn,
                "Personal Microsoft accounts can never meet more than 2 character sets, and 4 does not work on PCs."
            );
        RuleFor(s => s.CharacterGroups)
            .Must((s, v) => string.IsNullOrWhiteSpace(v) || s.PasswordKind == PasswordKind.LettersAndDigits)
            .WithFinding("DL-05", Severity.Warn, "This has no effect unless passwords must have letters and digits.");

        RuleFor(s => s.LockAfterMinutes)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, 999))
            .WithFinding("DL-06", Severity.Block, "Windows accepts 0 to 999 whole minutes; 0 means the PC never locks automatically.");
        RuleFor(s => s.ExpirationDays)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, 730))
            .WithFinding("DL-06", Severity.Block, "Windows accepts 0 to 730 days; 0 means passwords never expire.");
        RuleFor(s => s.History)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, 50))
            .WithFinding("DL-06", Severity.Block, "Windows accepts a history of 0 to 50 passwords.");
        RuleFor(s => s).Custom(Drives);
    }

    private static void Drives(DeviceLockSettings s, ValidationContext<DeviceLockSettings> c)
    {
        if (FindingRules.Number(s.FailedAttempts) > 0 && c.Facts().Fleet is { Unencrypted: > 0 and var open } fleet)
        {
            c.AddFinding(
                nameof(s.FailedAttempts),
                "DL-08",
                Severity.Warn,
                $"{open} of {Wording.Unit(fleet.Devices, "PC")} reported that the system drive is not encrypted, and without BitLocker "
                    + "Windows does not enforce this. Have people turn it on, or clear the limit."
            );
        }
    }
}

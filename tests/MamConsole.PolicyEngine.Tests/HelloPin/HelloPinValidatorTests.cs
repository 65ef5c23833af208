using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.HelloPin;

namespace MamConsole.Tests.PolicyEngine.HelloPin;

public sealed class HelloPinValidatorTests
{
    public static TheoryData<BadValue> BadValues =>
        [
            Bad("PIN-01", "minimumLength", Severity.Block, new() { MinimumLength = "10", MaximumLength = "8" }),
            Bad("PIN-02", "maximumLength", Severity.Block, new() { MaximumLength = "6" }, new() { MinimumLength = "8" }),
            Bad(
                "PIN-03",
                "digits",
                Severity.Block,
                new() { Digits = PinCharacters.Forbidden },
                new() { PasswordKind = PasswordKind.LettersAndDigits, CharacterGroups = "2" }
            ),
            Bad(
                "PIN-03",
                "digits",
                Severity.Block,
                new() { Digits = PinCharacters.Forbidden },
                new() { PasswordKind = PasswordKind.LettersAndDigits }
            ),
            Bad(
                "PIN-03",
                "uppercaseLetters",
                Severity.Block,
                new() { UppercaseLetters = PinCharacters.Forbidden },
                new() { PasswordKind = PasswordKind.LettersAndDigits, CharacterGroups = "3" }
            ),
            Bad(
                "PIN-05",
                "digits",
                Severity.Block,
                new()
                {
                    Digits = PinCharacters.Forbidden,
                    LowercaseLetters = PinCharacters.Forbidden,
                    UppercaseLetters = PinCharacters.Forbidden,
                    SpecialCharacters = PinCharacters.Forbidden,
                }
            ),
            Bad(
                "PIN-06",
                "maximumLength",
                Severity.Note,
                new()
                {
                    Digits = PinCharacters.Required,
                    LowercaseLetters = PinCharacters.Required,
                    UppercaseLetters = PinCharacters.Required,
                    SpecialCharacters = PinCharacters.Required,
                    MaximumLength = "4",
                }
            ),
            Bad("PIN-07", "minimumLength", Severity.Block, new() { MinimumLength = "3" }),
            Bad("PIN-07", "minimumLength", Severity.Block, new() { MinimumLength = "128" }),
            Bad("PIN-07", "maximumLength", Severity.Block, new() { MaximumLength = "many" }),
            Bad("PIN-08", "expirationDays", Severity.Block, new() { ExpirationDays = "731" }),
            Bad("PIN-08", "history", Severity.Block, new() { History = "51" }),
            Bad("PIN-09", "usePassportForWork", Severity.Warn, new() { UsePassportForWork = false, MinimumLength = "6" }),
        ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsForbiddenCharactersThatDeviceLockDoesNotRequire()
    {
        var policy = new WrittenPolicy
        {
            HelloPin = new()
            {
                UppercaseLetters = PinCharacters.Forbidden,
                SpecialCharacters = PinCharacters.Forbidden,
                MinimumLength = "8",
                MaximumLength = "8",
            },
            DeviceLock = new()
            {
                PasswordKind = PasswordKind.LettersAndDigits,
                CharacterGroups = "2",
                MinimumLength = "8",
            },
        };

        Assert.Empty(PolicyValidator.Validate(policy, SamplePolicies.Context).Findings);
    }

    private static BadValue Bad(
        string code,
        string field,
        Severity severity,
        HelloPinSettings settings,
        DeviceLockSettings? deviceLock = null
    ) => new(code, $"helloPin.{field}", severity, new() { HelloPin = settings, DeviceLock = deviceLock ?? new() });
}

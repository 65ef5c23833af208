using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.HelloPin;

namespace MamConsole.Tests.PolicyEngine.Eas;

/// <summary>Tests the findings of the rules when an Exchange policy is recorded.</summary>
public sealed class ExchangeRulesTests
{
    private static readonly DeviceLockSettings Lock = new()
    {
        LockRequired = true,
        LockAfterMinutes = "15",
        MinimumLength = "6",
    };

    public static TheoryData<BadValue> BadValues =>
        [
            OfLock("EX-01", "lockAfterMinutes", Severity.Warn, Lock, (EasElement.MaxInactivityTimeDeviceLock, 300)) with
            {
                Suggestion = "5",
            },
            OfLock("EX-01", "minimumLength", Severity.Warn, Lock, (EasElement.MinDevicePasswordLength, 8)) with
            {
                Suggestion = "8",
            },
            OfLock("EX-01", "failedAttempts", Severity.Warn, Lock, (EasElement.MaxDevicePasswordFailedAttempts, 8)) with
            {
                Suggestion = "8",
            },
            OfLock("EX-01", "expirationDays", Severity.Warn, Lock, (EasElement.DevicePasswordExpiration, 900)) with
            {
                Suggestion = "730",
            },
            OfLock("EX-01", "history", Severity.Warn, Lock, (EasElement.DevicePasswordHistory, 3)) with
            {
                Suggestion = "3",
            },
            OfLock("EX-01", "allowSimple", Severity.Warn, Lock, (EasElement.AllowSimpleDevicePassword, 0)),
            OfLock("EX-01", "passwordKind", Severity.Warn, Lock, (EasElement.AlphanumericDevicePasswordRequired, 1)),
            OfLock(
                "EX-01",
                "characterGroups",
                Severity.Warn,
                Lock with
                {
                    PasswordKind = PasswordKind.LettersAndDigits,
                },
                (EasElement.MinDevicePasswordComplexCharacters, 3)
            ) with
            {
                Suggestion = "3",
            },
            OfLock("EX-01", "lockRequired", Severity.Warn, new(), (EasElement.MinDevicePasswordLength, 8)),
            OfLock("EX-02", "lockAfterMinutes", Severity.Note, Lock, (EasElement.MaxInactivityTimeDeviceLock, 30)),
            OfLock("EX-02", "history", Severity.Note, Lock, (EasElement.DevicePasswordHistory, 60)),
            OfPin("PIN-02", "maximumLength", Severity.Block, new() { MaximumLength = "6" }, (EasElement.MinDevicePasswordLength, 8)),
            OfPin(
                "PIN-04",
                "lowercaseLetters",
                Severity.Warn,
                new()
                {
                    LowercaseLetters = PinCharacters.Forbidden,
                    UppercaseLetters = PinCharacters.Forbidden,
                    SpecialCharacters = PinCharacters.Forbidden,
                },
                (EasElement.AlphanumericDevicePasswordRequired, 1)
            ),
        ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_ReportsOneFindingWithoutLock()
    {
        var review = Review(
            new WrittenPolicy(),
            (EasElement.MinDevicePasswordLength, 8),
            (EasElement.MaxInactivityTimeDeviceLock, 60),
            (EasElement.DevicePasswordHistory, 5)
        );

        Assert.Equal("EX-01", Assert.Single(review.Findings).Code);
    }

    [Fact]
    public void Validate_ReportsOnlyOwnFindingOfInvalidField()
    {
        var review = Review(
            new WrittenPolicy { DeviceLock = Lock with { LockAfterMinutes = "5000" } },
            (EasElement.MaxInactivityTimeDeviceLock, 300)
        );

        Assert.Equal("DL-06", Assert.Single(review.Findings).Code);
    }

    [Fact]
    public void Validate_AcceptsPolicyThatMeetsExchange() =>
        Assert.Empty(
            Review(
                new WrittenPolicy
                {
                    DeviceLock = Lock,
                    HelloPin = new() { MinimumLength = "6", MaximumLength = "6" },
                },
                (EasElement.MaxInactivityTimeDeviceLock, 900),
                (EasElement.MinDevicePasswordLength, 6),
                (EasElement.RequireDeviceEncryption, 1)
            ).Findings
        );

    [Fact]
    public void Validate_IgnoresExchangeRulesWithoutPasswordSwitch()
    {
        var off = EasPolicy.Of([
            new EasSetting(EasElement.MinDevicePasswordLength, 8),
            new EasSetting(EasElement.MaxInactivityTimeDeviceLock, 60),
        ]);
        var policy = new WrittenPolicy
        {
            DeviceLock = Lock,
            HelloPin = new() { MaximumLength = "6" },
        };

        Assert.Empty(PolicyValidator.Validate(policy, SamplePolicies.Context with { Exchange = off }).Findings);
    }

    private static PolicyReview Review(WrittenPolicy policy, params (string Name, long Value)[] elements) =>
        PolicyValidator.Validate(policy, SamplePolicies.Context with { Exchange = Policy(elements) });

    private static BadValue OfLock(
        string code,
        string field,
        Severity severity,
        DeviceLockSettings settings,
        params (string Name, long Value)[] elements
    ) => new(code, $"deviceLock.{field}", severity, new() { DeviceLock = settings }) { Exchange = Policy(elements) };

    private static BadValue OfPin(
        string code,
        string field,
        Severity severity,
        HelloPinSettings settings,
        params (string Name, long Value)[] elements
    ) => new(code, $"helloPin.{field}", severity, new() { HelloPin = settings }) { Exchange = Policy(elements) };

    private static EasPolicy Policy((string Name, long Value)[] elements) =>
        EasPolicy.Of(
            elements
                .Select(element => new EasSetting(element.Name, element.Value))
                .Prepend(new EasSetting(EasElement.DevicePasswordEnabled, 1))
        );
}

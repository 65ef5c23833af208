using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.Tests.PolicyEngine.DeviceLock;

/// <summary>
/// Tests the implicit effects of lock rules in Windows and the suggested presets (docs/reference/eas.md §3 and §5).
/// </summary>
public sealed class LockEffectsTests
{
    public static TheoryData<DeviceLockSettings, string> Effects =>
        new()
        {
            {
                new() { LockRequired = false },
                "is the only setting that is sent"
            },
            {
                new() { LockAfterMinutes = "5", MinimumLength = "6" },
                "The lock becomes required"
            },
            {
                new() { LockRequired = true },
                "4 characters of any kind"
            },
            {
                new() { LockRequired = true, PasswordKind = PasswordKind.LettersAndDigits },
                "“Letters and digits” alone makes Windows require 4 characters from 2 character sets."
            },
            {
                new()
                {
                    LockRequired = true,
                    PasswordKind = PasswordKind.LettersAndDigits,
                    CharacterGroups = "3",
                },
                "4 characters from 3 character sets"
            },
            {
                new()
                {
                    LockRequired = true,
                    PasswordKind = PasswordKind.LettersAndDigits,
                    MinimumLength = "8",
                },
                "makes Windows require 2 character sets."
            },
            {
                new() { LockRequired = true, PasswordKind = PasswordKind.DigitsWillDo },
                "a single character is enough"
            },
            {
                new() { LockRequired = true, PasswordKind = PasswordKind.Any },
                "a single character is enough"
            },
            {
                new()
                {
                    LockRequired = true,
                    MinimumLength = "6",
                    CharacterGroups = "2",
                },
                "has no effect"
            },
            {
                new()
                {
                    LockRequired = true,
                    MinimumLength = "6",
                    FailedAttempts = "10",
                },
                "works only where BitLocker is on; without it nothing happens"
            },
            {
                new() { LockRequired = true, MinimumLength = "9" },
                "more than 8 characters"
            },
        };

    [Theory]
    [MemberData(nameof(Effects))]
    public void Of_DescribesEffectOfSettings(DeviceLockSettings settings, string words) =>
        Assert.Single(LockEffects.Of(settings), sentence => sentence.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Of_ReturnsNothingWhenNoEffectApplies()
    {
        Assert.Empty(LockEffects.Of(new()));
        Assert.Empty(
            LockEffects.Of(
                new()
                {
                    LockRequired = true,
                    LockAfterMinutes = "5",
                    MinimumLength = "6",
                }
            )
        );
        Assert.Empty(
            LockEffects.Of(
                new()
                {
                    LockRequired = true,
                    PasswordKind = PasswordKind.LettersAndDigits,
                    CharacterGroups = "2",
                    MinimumLength = "8",
                    FailedAttempts = "0",
                }
            )
        );
    }

    [Fact]
    public void Of_CountsUnencryptedDrives() =>
        Assert.Contains(
            "2 of 25 PCs reported that their system drive is not encrypted.",
            Assert.Single(
                LockEffects.Of(
                    new()
                    {
                        LockRequired = true,
                        MinimumLength = "6",
                        FailedAttempts = "10",
                    },
                    new FleetFacts(25, 0) { Unencrypted = 2 }
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Suggested_PresetsAreValidAndDescribed()
    {
        foreach (var preset in LockPreset.Suggested(EasPolicy.Empty))
        {
            Assert.Empty(PolicyValidator.Validate(new() { DeviceLock = preset.Settings }, SamplePolicies.Context).Findings);
        }

        Assert.Equal(
            "Suitable for most PCs; a PIN of digits remains valid. The PC locks after 10 minutes, requires 6 characters, does not accept "
                + "passwords such as 1111 and allows 10 failed attempts.",
            LockPreset.Suggested(EasPolicy.Empty)[0].Sentence
        );
    }

    [Fact]
    public void Suggested_SafePresetMeetsExchangePolicy()
    {
        var exchange = EasPolicy.Of([
            new(EasElement.DevicePasswordEnabled, 1),
            new(EasElement.MinDevicePasswordLength, 10),
            new(EasElement.MaxInactivityTimeDeviceLock, 200),
            new(EasElement.MaxDevicePasswordFailedAttempts, 5),
            new(EasElement.DevicePasswordHistory, 7),
            new(EasElement.DevicePasswordExpiration, 60),
            new(EasElement.MinDevicePasswordComplexCharacters, 3),
        ]);

        var safe = LockPreset.Suggested(exchange).Single(preset => preset.Title == "Exchange-safe");

        Assert.Equal(
            ("3", "10", "5", "7", "60", "3"),
            (
                safe.Settings.LockAfterMinutes,
                safe.Settings.MinimumLength,
                safe.Settings.FailedAttempts,
                safe.Settings.History,
                safe.Settings.ExpirationDays,
                safe.Settings.CharacterGroups
            )
        );
        var forecast = EasForecast.Of(safe.Settings, exchange, EasOrder.EasAfterMam, encrypted: true, admin: false);
        Assert.True(forecast.Verdict.Compliant, forecast.Sentence);
    }

    [Fact]
    public void PinEffects_ApplyStricterOfLockAndPin()
    {
        Assert.Empty(PinEffects.Of(new() { MinimumLength = "6" }, new()));
        Assert.Contains(
            "8 characters or more, not 6",
            Assert.Single(PinEffects.Of(new() { MinimumLength = "6" }, new() { MinimumLength = "8" })),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "PINs have 8 characters or more; the device lock’s 6 apply only to passwords.",
            PinEffects.Of(new() { MinimumLength = "8" }, new() { MinimumLength = "6" })
        );
        Assert.Contains(
            "digits, lowercase letters. A PIN of digits alone is not valid.",
            PinEffects.Of(new(), new() { PasswordKind = PasswordKind.LettersAndDigits, MinimumLength = "6" })[0],
            StringComparison.Ordinal
        );
        Assert.Empty(PinEffects.Of(new() { UsePassportForWork = false }, new() { MinimumLength = "8" }));
    }
}

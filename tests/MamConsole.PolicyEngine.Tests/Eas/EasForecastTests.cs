using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Tests.PolicyEngine.Eas;

public sealed class EasForecastTests
{
    private static readonly DeviceLockSettings Draft = new()
    {
        LockRequired = true,
        LockAfterMinutes = "15",
        MinimumLength = "6",
        History = "5",
    };

    [Fact]
    public void Of_ReportsWinnerResultAndRemedyOfEachRule()
    {
        var forecast = EasForecast.Of(
            Draft,
            Policy(
                (EasElement.MaxInactivityTimeDeviceLock, 300),
                (EasElement.MinDevicePasswordLength, 6),
                (EasElement.DevicePasswordHistory, 3)
            ),
            EasOrder.EasAfterMam
        );

        var idle = Row(forecast, LockDimension.Idle);
        Assert.Equal(
            ("15 minutes (900 seconds)", "5 minutes (300 seconds)", "5 minutes (300 seconds)", EasWinner.Exchange, true),
            (idle.Mam, idle.Exchange, idle.Windows, idle.Winner, idle.NeedsAdministrator)
        );
        Assert.Equal(
            ("deviceLock.lockAfterMinutes", "5", "Set it to 5 minutes."),
            (idle.Remedy?.Field, idle.Remedy?.Value, idle.Remedy?.Words)
        );
        Assert.Equal(EasWinner.Same, Row(forecast, LockDimension.Length).Winner);
        Assert.Equal((EasWinner.Mam, null), (Row(forecast, LockDimension.History).Winner, Row(forecast, LockDimension.History).Remedy));
        Assert.Equal(
            (EasWinner.Neither, "no limit"),
            (Row(forecast, LockDimension.Failed).Winner, Row(forecast, LockDimension.Failed).Windows)
        );
        Assert.Equal(
            "Mail does not sync for a standard user: Exchange is stricter on “Maximum inactivity time until lock”. Windows would apply "
                + "Exchange’s rules, which requires an administrator of the PC.",
            forecast.Sentence
        );
    }

    [Fact]
    public void Of_NeedsNoAdministratorWhenMamIsAppliedAfterExchange()
    {
        var forecast = EasForecast.Of(Draft, Policy((EasElement.MaxInactivityTimeDeviceLock, 300)), EasOrder.MamAfterEas);

        Assert.DoesNotContain(forecast.Rows, row => row.NeedsAdministrator);
        Assert.Equal(EasWinner.Exchange, Row(forecast, LockDimension.Idle).Winner);
        Assert.NotNull(Row(forecast, LockDimension.Idle).Remedy);
        Assert.StartsWith("Both policies apply together", forecast.Sentence, StringComparison.Ordinal);
        Assert.True(forecast.Verdict.MailSyncs);
    }

    [Fact]
    public void Of_GivesReasonWhenRuleCannotBeMatched()
    {
        var forecast = EasForecast.Of(
            Draft,
            Policy(
                (EasElement.MaxInactivityTimeDeviceLock, 30),
                (EasElement.DevicePasswordHistory, 60),
                (EasElement.RequireDeviceEncryption, 1)
            ),
            EasOrder.EasAfterMam
        );

        foreach (
            var (dimension, words) in new[]
            {
                (LockDimension.Idle, "Exchange locks after 30 seconds; MAM counts whole minutes, so it cannot be matched."),
                (LockDimension.History, "Exchange requires a history of 60 passwords. MAM supports 50, so it cannot be matched."),
                (LockDimension.Encryption, "MAM has no setting for encryption: people turn on device encryption or BitLocker themselves."),
            }
        )
        {
            var remedy = Row(forecast, dimension).Remedy;
            Assert.Equal((false, words), (remedy?.IsPossible, remedy?.Words));
        }

        Assert.False(Row(forecast, LockDimension.Encryption).NeedsAdministrator);
        Assert.Equal("cannot require it", Row(forecast, LockDimension.Encryption).Mam);
    }

    [Theory]
    [InlineData("2", "deviceLock.characterGroups", "3", "Raise it to 3 character sets.")]
    [InlineData("", "deviceLock.characterGroups", "3", "Raise it to 3 character sets.")]
    public void For_RaisesCharacterSetsWhenLettersAndDigitsAreRequired(string groups, string field, string value, string words)
    {
        var remedy = LockRemedy.For(
            LockDimension.Groups,
            Draft with
            {
                PasswordKind = PasswordKind.LettersAndDigits,
                CharacterGroups = groups,
            },
            LockSettings.None with
            {
                Password = true,
                Groups = 3,
            }
        );

        Assert.Equal((field, value, words), (remedy.Field, remedy.Value, remedy.Words));
    }

    [Fact]
    public void For_RequiresLettersAndDigitsBeforeCharacterSets()
    {
        var remedy = LockRemedy.For(LockDimension.Groups, Draft, LockSettings.None with { Password = true, Groups = 2 });

        Assert.Equal(("deviceLock.passwordKind", (string?)null, "Require letters and digits."), (remedy.Field, remedy.Value, remedy.Words));
        Assert.Equal(Draft with { PasswordKind = PasswordKind.LettersAndDigits }, remedy.Apply(Draft));
    }

    [Fact]
    public void Of_TreatsInvalidValueAsNotSet()
    {
        var forecast = EasForecast.Of(Draft with { LockAfterMinutes = "5000", MinimumLength = "six" }, Policy(), EasOrder.EasAfterMam);

        Assert.Equal(("never", "4 characters"), (Row(forecast, LockDimension.Idle).Mam, Row(forecast, LockDimension.Length).Mam));
    }

    [Fact]
    public void Sentence_ReportsEncryptionSeparately()
    {
        Assert.EndsWith(
            "This is true only for PCs with encrypted drives: Exchange requires encryption, and MAM has no setting for it.",
            Sentence(encrypted: false),
            StringComparison.Ordinal
        );
        Assert.EndsWith("no administrator is required, as the drives are encrypted.", Sentence(encrypted: true), StringComparison.Ordinal);

        static string Sentence(bool encrypted) =>
            EasForecast.Of(Draft, Policy((EasElement.RequireDeviceEncryption, 1)), EasOrder.EasAfterMam, encrypted).Sentence;
    }

    [Fact]
    public void EasAdvice_DependsOnAccountsAndDoesNotAffectVerdict()
    {
        var strict = LockSettings.None with { Password = true, MinLength = 9, Groups = 3 };

        var advice = EasAdvice.For(strict, strict).ToArray();

        Assert.Contains(
            advice,
            one => one.Account == AccountKind.Microsoft && one.Text.Contains("above 8 characters", StringComparison.Ordinal)
        );
        Assert.Contains(
            advice,
            one => one.Account == AccountKind.Microsoft && one.Text.Contains("more than 2 character sets", StringComparison.Ordinal)
        );
        Assert.Contains(advice, one => one.Account == AccountKind.Work);
        Assert.Contains(advice, one => one.Text.StartsWith("Microsoft advises against", StringComparison.Ordinal));
        Assert.True(EasComparison.Evaluate(strict, strict, EasOrder.EasAfterMam, encrypted: false, admin: false).Compliant);
        Assert.Empty(EasAdvice.For(LockSettings.None, LockSettings.None));
    }

    private static EasForecastRow Row(EasForecast forecast, LockDimension dimension) =>
        forecast.Rows.Single(row => row.Dimension == dimension);

    private static EasPolicy Policy(params (string Name, long Value)[] elements) =>
        EasPolicy.Of(
            elements
                .Select(element => new EasSetting(element.Name, element.Value))
                .Prepend(new EasSetting(EasElement.DevicePasswordEnabled, 1))
        );
}

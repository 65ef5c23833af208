using CsCheck;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Tests.PolicyEngine.Eas;

/// <summary>Generates lock rules of both sides with varied values, including absent ones.</summary>
internal static class EasGen
{
    public static readonly Gen<EasPolicy> Exchange = Gen.Select(
        Gen.Select(
            Element(EasElement.DevicePasswordEnabled, 1, 1, 0),
            Element(EasElement.AlphanumericDevicePasswordRequired, 0, 1),
            Element(EasElement.MinDevicePasswordLength, 1, 2, 4, 6, 8, 16)
        ),
        Gen.Select(
            Element(EasElement.MinDevicePasswordComplexCharacters, 1, 2, 3, 4),
            Element(EasElement.AllowSimpleDevicePassword, 0, 1),
            Element(EasElement.MaxInactivityTimeDeviceLock, 0, 30, 60, 90, 300, 900, 9999)
        ),
        Gen.Select(
            Element(EasElement.MaxDevicePasswordFailedAttempts, 4, 8, 16),
            Element(EasElement.DevicePasswordExpiration, 0, 1, 90, 730, 5000),
            Element(EasElement.DevicePasswordHistory, 0, 5, 50, 51)
        ),
        Gen.Select(Element(EasElement.RequireDeviceEncryption, 0, 1), Element("AllowCamera", 0, 1)),
        (a, b, c, d) =>
            EasPolicy.Of([
                .. a.Item1,
                .. a.Item2,
                .. a.Item3,
                .. b.Item1,
                .. b.Item2,
                .. b.Item3,
                .. c.Item1,
                .. c.Item2,
                .. c.Item3,
                .. d.Item1,
                .. d.Item2,
            ])
    );

    public static readonly Gen<DeviceLockSettings> Lock = Gen.Select(
        Gen.OneOf<bool?>(null, true, true),
        Text("0", "1", "5", "15", "999"),
        Text("0", "4", "6", "16"),
        Gen.OneOf<PasswordKind?>(null, PasswordKind.LettersAndDigits, PasswordKind.DigitsWillDo, PasswordKind.Any),
        Gen.Select(Text("1", "2", "3", "4"), Text("0", "4", "8", "16"), Text("0", "1", "90", "730"), Text("0", "5", "50")),
        Gen.OneOf<bool?>(null, true, false),
        (required, idle, length, kind, more, simple) =>
            new DeviceLockSettings
            {
                LockRequired = required,
                LockAfterMinutes = idle,
                MinimumLength = length,
                PasswordKind = kind,
                CharacterGroups = more.Item1,
                FailedAttempts = more.Item2,
                ExpirationDays = more.Item3,
                History = more.Item4,
                AllowSimple = simple,
            }
    );

    public static readonly Gen<(LockSettings Mam, LockSettings Exchange)> Pair = Gen.Select(
        Lock,
        Exchange,
        (mam, exchange) => (LockSettings.Of(LockNodes.Of(mam)), LockSettings.Of(exchange))
    );

    private static Gen<EasSetting[]> Element(string name, params long[] values) =>
        Gen.Int[0, values.Length].Select(choice => choice == 0 ? [] : new[] { new EasSetting(name, values[choice - 1]) });

    private static Gen<string> Text(params string[] texts) => Gen.OneOf(["", .. texts]);
}

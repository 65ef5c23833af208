using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>A property of Exchange's mailbox policies for mobile devices, and the element that Exchange sends to a device for it.</summary>
/// <param name="Element">The element.</param>
/// <param name="Expected">The valid values, as text.</param>
/// <param name="Parse">Converts the text to the element's value; returns null when it cannot be parsed, and the setting without a value for
/// "none".</param>
internal sealed partial record ExchangeProperty(EasElement Element, string Expected, Func<EasElement, string, EasSetting?> Parse)
{
    private const string Unlimited = "Unlimited";

    private static readonly FrozenDictionary<string, ExchangeProperty> ByName = Properties()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Properties that control Exchange itself, or that every object of a directory has.</summary>
    private static readonly FrozenSet<string> ForExchange = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "AllowNonProvisionableDevices",
        "DevicePolicyRefreshInterval",
        "WSSAccessEnabled",
        "UNCAccessEnabled",
        "IrmEnabled",
        "IsDefault",
        "IsDefaultPolicy",
        "AllowApplePushNotifications",
        "AllowMicrosoftPushNotifications",
        "AllowGooglePushNotifications",
        "AllowMobileOTAUpdate",
        "MobileOTAUpdateMode",
        "AllowExternalDeviceManagement",
        "AdminDisplayName",
        "ExchangeVersion",
        "DistinguishedName",
        "Identity",
        "Guid",
        "ImmutableId",
        "ExchangeObjectId",
        "ObjectCategory",
        "ObjectClass",
        "ObjectState",
        "WhenChanged",
        "WhenCreated",
        "WhenChangedUTC",
        "WhenCreatedUTC",
        "OrganizationId",
        "OrganizationalUnitRoot",
        "Id",
        "OriginatingServer",
        "IsValid",
        "RunspaceId",
        "PSComputerName",
        "PSShowComputerName"
    );

    /// <summary>Returns the property with that name, from the newer or the older command.</summary>
    public static ExchangeProperty? Find(string name) => ByName.GetValueOrDefault(name);

    public static bool IsForExchange(string name) => ForExchange.Contains(name);

    /// <summary>Returns the setting, or null when the value cannot be parsed or is out of the element's range.</summary>
    public EasSetting? Read(string value) =>
        Parse(Element, value) is { } read && (read.Number is not { } number || Element.Takes(number)) ? read : null;

    private static IEnumerable<KeyValuePair<string, ExchangeProperty>> Properties()
    {
        // The two commands use different names for the password rules; older Exchange versions call the encryption of storage cards
        // DeviceEncryptionEnabled.
        (string Element, string Newer, ExchangeProperty Property)[] renamed =
        [
            (EasElement.DevicePasswordEnabled, "PasswordEnabled", Switch(EasElement.DevicePasswordEnabled)),
            (
                EasElement.AlphanumericDevicePasswordRequired,
                "AlphanumericPasswordRequired",
                Switch(EasElement.AlphanumericDevicePasswordRequired)
            ),
            (EasElement.MinDevicePasswordLength, "MinPasswordLength", Number(EasElement.MinDevicePasswordLength)),
            (
                EasElement.MinDevicePasswordComplexCharacters,
                "MinPasswordComplexCharacters",
                Number(EasElement.MinDevicePasswordComplexCharacters)
            ),
            (EasElement.AllowSimpleDevicePassword, "AllowSimplePassword", Switch(EasElement.AllowSimpleDevicePassword)),
            (
                EasElement.MaxInactivityTimeDeviceLock,
                "MaxInactivityTimeLock",
                Time(EasElement.MaxInactivityTimeDeviceLock, TimeSpan.FromSeconds(1))
            ),
            (EasElement.MaxDevicePasswordFailedAttempts, "MaxPasswordFailedAttempts", Number(EasElement.MaxDevicePasswordFailedAttempts)),
            (EasElement.DevicePasswordExpiration, "PasswordExpiration", Time(EasElement.DevicePasswordExpiration, TimeSpan.FromDays(1))),
            (EasElement.DevicePasswordHistory, "PasswordHistory", Number(EasElement.DevicePasswordHistory)),
            ("RequireStorageCardEncryption", "DeviceEncryptionEnabled", Switch("RequireStorageCardEncryption")),
        ];
        foreach (var (element, newer, property) in renamed)
        {
            yield return new(element, property);
            yield return new(newer, property);
        }

        yield return new("MaxAttachmentSize", new(Of("MaxAttachmentSize"), "Unlimited or a size such as 10 MB (10,485,760 bytes)", Size));
        foreach (
            var (name, words) in new (string, string[])[]
            {
                ("AllowBluetooth", ["Disable", "HandsfreeOnly", "Allow"]),
                ("MaxCalendarAgeFilter", ["All", "", "", "", "TwoWeeks", "OneMonth", "ThreeMonths", "SixMonths"]),
                ("MaxEmailAgeFilter", ["All", "OneDay", "ThreeDays", "OneWeek", "TwoWeeks", "OneMonth"]),
                ("RequireSignedSMIMEAlgorithm", ["SHA1", "MD5"]),
                ("RequireEncryptionSMIMEAlgorithm", ["TripleDES", "DES", "RC2128bit", "RC264bit", "RC240bit"]),
                (
                    "AllowSMIMEEncryptionAlgorithmNegotiation",
                    ["BlockNegotiation", "OnlyStrongAlgorithmNegotiation", "AllowAnyAlgorithmNegotiation"]
                ),
            }
        )
        {
            yield return new(name, Choice(name, words));
        }

        var taken = renamed.Select(one => one.Element).Append("MaxAttachmentSize").ToHashSet(StringComparer.Ordinal);
        foreach (var element in EasElement.All.Where(element => !taken.Contains(element.Name)))
        {
            switch (element.Kind)
            {
                case EasKind.Switch:
                    yield return new(element.Name, Switch(element.Name));
                    break;
                case EasKind.List:
                    yield return new(element.Name, new(element, "a list such as {one, two}", Items));
                    break;
                case EasKind.Number when element.Minimum < 0:
                    yield return new(element.Name, Number(element.Name));
                    break;
            }
        }
    }

    private static EasElement Of(string name) => EasElement.Find(name)!;

    private static ExchangeProperty Switch(string name) =>
        new(
            Of(name),
            "True or False",
            (element, value) =>
                value.Equals("True", StringComparison.OrdinalIgnoreCase) ? new EasSetting(element.Name, 1)
                : value.Equals("False", StringComparison.OrdinalIgnoreCase) ? new EasSetting(element.Name, 0)
                : null
        );

    private static ExchangeProperty Number(string name) =>
        new(
            Of(name),
            $"nothing, Unlimited or {Of(name).Range}",
            (element, value) =>
                IsNone(value) ? None(element)
                : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? new EasSetting(element.Name, number)
                : null
        );

    /// <summary>A bare number is rejected because its unit (seconds, minutes or days) is ambiguous.</summary>
    private static ExchangeProperty Time(string name, TimeSpan unit) =>
        new(
            Of(name),
            "Unlimited or a time such as 00:15:00 or 90.00:00:00",
            (element, value) =>
                IsNone(value) ? None(element)
                : value.Contains(':', StringComparison.Ordinal)
                && TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var time)
                && time >= TimeSpan.Zero
                    ? new EasSetting(element.Name, Count(time, unit))
                : null
        );

    private static ExchangeProperty Choice(string name, string[] words) =>
        new(
            Of(name),
            $"one of {string.Join(", ", words.Where(word => word.Length > 0))}",
            (element, value) =>
                Array.FindIndex(words, word => word.Length > 0 && word.Equals(value, StringComparison.OrdinalIgnoreCase))
                    is >= 0
                        and var number
                    ? new EasSetting(element.Name, number)
                : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bare) ? new EasSetting(element.Name, bare)
                : null
        );

    private static EasSetting? Size(EasElement element, string value) =>
        IsNone(value) ? None(element)
        : Bytes().Match(value) is { Success: true } bytes
        && long.TryParse(
            bytes.Groups[1].Value.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        )
            ? new EasSetting(element.Name, count)
        : null;

    private static EasSetting? Items(EasElement element, string value) =>
        value.Length == 0 ? None(element)
        : value is ['{', .. var inside, '}']
            ? new EasSetting(
                element.Name,
                null,
                inside.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToValueList()
            )
        : null;

    // The value is rounded to whole units toward the stricter side, but a part of a unit must not become zero, which is the weakest.
    private static long Count(TimeSpan time, TimeSpan unit) => time == TimeSpan.Zero ? 0 : Math.Max(1, time.Ticks / unit.Ticks);

    private static bool IsNone(string value) =>
        value.Length == 0 || value.Equals(Unlimited, StringComparison.OrdinalIgnoreCase) || value == "$null";

    private static EasSetting None(EasElement element) => new(element.Name, null, []);

    [GeneratedRegex(@"\(([0-9.,]+) bytes\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bytes();
}

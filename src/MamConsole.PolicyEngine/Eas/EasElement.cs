using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// One of the 42 elements of EASProvisionDoc (MS-ASPROV; docs/reference/eas.md §1). All elements are optional; an empty element means the
/// same as an absent one.
/// </summary>
/// <param name="Name">The name as MS-ASPROV writes it.</param>
/// <param name="Kind">The type of its value.</param>
/// <param name="Minimum">The smallest allowed number.</param>
/// <param name="Maximum">The largest allowed number.</param>
/// <param name="OnWindows">Whether Windows evaluates it; the others are for phones, for the mail app or for the server.</param>
public sealed record EasElement(string Name, EasKind Kind, long Minimum, long Maximum, bool OnWindows)
{
    public const string DevicePasswordEnabled = nameof(DevicePasswordEnabled);
    public const string AlphanumericDevicePasswordRequired = nameof(AlphanumericDevicePasswordRequired);
    public const string MinDevicePasswordLength = nameof(MinDevicePasswordLength);
    public const string MinDevicePasswordComplexCharacters = nameof(MinDevicePasswordComplexCharacters);
    public const string AllowSimpleDevicePassword = nameof(AllowSimpleDevicePassword);
    public const string MaxInactivityTimeDeviceLock = nameof(MaxInactivityTimeDeviceLock);
    public const string MaxDevicePasswordFailedAttempts = nameof(MaxDevicePasswordFailedAttempts);
    public const string DevicePasswordExpiration = nameof(DevicePasswordExpiration);
    public const string DevicePasswordHistory = nameof(DevicePasswordHistory);
    public const string RequireDeviceEncryption = nameof(RequireDeviceEncryption);

    /// <summary>The number of idle seconds from which Windows treats the time as unlimited.</summary>
    public const long UnlimitedSeconds = 9999;

    /// <summary>All elements, in the order of docs/reference/eas.md §1.</summary>
    public static readonly ImmutableArray<EasElement> All =
    [
        Switch(DevicePasswordEnabled) with
        {
            OnWindows = true,
        },
        Switch(AlphanumericDevicePasswordRequired) with
        {
            OnWindows = true,
        },
        Number(MinDevicePasswordLength, 1, 16) with
        {
            OnWindows = true,
        },
        Number(MinDevicePasswordComplexCharacters, 1, 4) with
        {
            OnWindows = true,
        },
        Switch(AllowSimpleDevicePassword) with
        {
            OnWindows = true,
        },
        Number(MaxInactivityTimeDeviceLock, 0, uint.MaxValue) with
        {
            OnWindows = true,
        },
        Number(MaxDevicePasswordFailedAttempts, 4, 16) with
        {
            OnWindows = true,
        },
        Number(DevicePasswordExpiration, 0, uint.MaxValue) with
        {
            OnWindows = true,
        },
        Number(DevicePasswordHistory, 0, uint.MaxValue) with
        {
            OnWindows = true,
        },
        Switch(RequireDeviceEncryption) with
        {
            OnWindows = true,
        },
        Switch("PasswordRecoveryEnabled"),
        Switch("AttachmentsEnabled"),
        Number("MaxAttachmentSize", 0, uint.MaxValue),
        Switch("RequireStorageCardEncryption"),
        Switch("AllowStorageCard"),
        Switch("AllowCamera"),
        Switch("AllowUnsignedApplications"),
        Switch("AllowUnsignedInstallationPackages"),
        Switch("AllowWiFi"),
        Switch("AllowTextMessaging"),
        Switch("AllowPOPIMAPEmail"),
        Switch("AllowIrDA"),
        Switch("AllowDesktopSync"),
        Number("AllowBluetooth", 0, 2),
        Switch("RequireManualSyncWhenRoaming"),
        Switch("AllowHTMLEmail"),
        Number("MaxCalendarAgeFilter", 0, 7) with
        {
            Skipped = [1, 2, 3],
        },
        Number("MaxEmailAgeFilter", 0, 5),
        Number("MaxEmailBodyTruncationSize", -1, int.MaxValue),
        Number("MaxEmailHTMLBodyTruncationSize", -1, int.MaxValue),
        Switch("RequireSignedSMIMEMessages"),
        Switch("RequireEncryptedSMIMEMessages"),
        Number("RequireSignedSMIMEAlgorithm", 0, 1),
        Number("RequireEncryptionSMIMEAlgorithm", 0, 4),
        Number("AllowSMIMEEncryptionAlgorithmNegotiation", 0, 2),
        Switch("AllowSMIMESoftCerts"),
        Switch("AllowBrowser"),
        Switch("AllowConsumerEmail"),
        Switch("AllowRemoteDesktop"),
        Switch("AllowInternetSharing"),
        List("ApprovedApplicationList"),
        List("UnapprovedInROMApplicationList"),
    ];

    private static readonly FrozenDictionary<string, EasElement> ByName = All.ToFrozenDictionary(
        element => element.Name,
        StringComparer.Ordinal
    );

    /// <summary>Numbers inside the range that have no meaning.</summary>
    public ImmutableArray<long> Skipped { get; init; } = [];

    /// <summary>Returns the element with that name, or null when MS-ASPROV has none.</summary>
    public static EasElement? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether the number is a valid value of the element.</summary>
    public bool Takes(long number) => Kind != EasKind.List && number >= Minimum && number <= Maximum && !Skipped.Contains(number);

    /// <summary>The valid values as text: "a whole number from 1 to 16".</summary>
    public string Range =>
        Kind switch
        {
            EasKind.Switch => "0 or 1",
            EasKind.List => "a list of texts",
            _ when Skipped.Length > 0 => "one of "
                + string.Join(", ", Enumerable.Range((int)Minimum, (int)(Maximum - Minimum) + 1).Where(n => !Skipped.Contains(n))),
            _ => FormattableString.Invariant($"a whole number from {Minimum} to {Maximum}"),
        };

    private static EasElement Switch(string name) => new(name, EasKind.Switch, 0, 1, false);

    private static EasElement Number(string name, long minimum, long maximum) => new(name, EasKind.Number, minimum, maximum, false);

    private static EasElement List(string name) => new(name, EasKind.List, 0, 0, false);
}

using System.Collections.Immutable;
using MamConsole.PolicyEngine.DeviceLock;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>One of the nine things in which lock rules of two sides are compared (docs/reference/eas.md §3).</summary>
public sealed class LockDimension
{
    public static readonly LockDimension Password = new(
        EasElement.DevicePasswordEnabled,
        DeviceLockCatalog.Settings.LabelOf("lockRequired"),
        "lockRequired",
        s => s.Password ? 1 : 0
    );
    public static readonly LockDimension Simple = new(
        EasElement.AllowSimpleDevicePassword,
        DeviceLockCatalog.Settings.LabelOf("allowSimple"),
        "allowSimple",
        s => s.SimpleAllowed ? 0 : 1
    );
    public static readonly LockDimension Length = new(
        EasElement.MinDevicePasswordLength,
        DeviceLockCatalog.Settings.LabelOf("minimumLength"),
        "minimumLength",
        s => s.MinLength
    );
    public static readonly LockDimension Groups = new(
        EasElement.MinDevicePasswordComplexCharacters,
        DeviceLockCatalog.Settings.LabelOf("characterGroups"),
        "characterGroups",
        s => s.Groups
    );
    public static readonly LockDimension Idle = new(
        EasElement.MaxInactivityTimeDeviceLock,
        DeviceLockCatalog.Settings.LabelOf("lockAfterMinutes"),
        "lockAfterMinutes",
        s => Tightness(s.IdleSeconds)
    );
    public static readonly LockDimension Failed = new(
        EasElement.MaxDevicePasswordFailedAttempts,
        DeviceLockCatalog.Settings.LabelOf("failedAttempts"),
        "failedAttempts",
        s => Tightness(s.Failed)
    );
    public static readonly LockDimension Expiry = new(
        EasElement.DevicePasswordExpiration,
        DeviceLockCatalog.Settings.LabelOf("expirationDays"),
        "expirationDays",
        s => Tightness(s.ExpireDays)
    );
    public static readonly LockDimension History = new(
        EasElement.DevicePasswordHistory,
        DeviceLockCatalog.Settings.LabelOf("history"),
        "history",
        s => s.History
    );
    public static readonly LockDimension Encryption = new(
        EasElement.RequireDeviceEncryption,
        "Encryption",
        null,
        s => s.Encryption ? 1 : 0
    );

    /// <summary>All of them, in the order in which failing ones are named.</summary>
    public static readonly ImmutableArray<LockDimension> All =
    [
        Password,
        Simple,
        Length,
        Groups,
        Idle,
        Failed,
        Expiry,
        History,
        Encryption,
    ];

    private readonly Func<LockSettings, long> strictness;

    private LockDimension(string element, string label, string? field, Func<LockSettings, long> strictness)
    {
        (Element, Label, this.strictness) = (element, label, strictness);
        Field = field is null ? null : $"deviceLock.{field}";
    }

    /// <summary>The element of EASProvisionDoc that stands for it.</summary>
    public string Element { get; }

    /// <summary>For people, as the device lock's field is called.</summary>
    public string Label { get; }

    /// <summary>The field of a written policy that decides it; null for encryption, which MAM has no setting for.</summary>
    public string? Field { get; }

    /// <summary>How strict the rules are in this: the greater, the stricter. Good for comparing alone.</summary>
    public long Strictness(LockSettings settings) => strictness(settings);

    public override string ToString() => Element;

    // No limit is the weakest; then the lower, the stricter.
    private static long Tightness(long? limit) => limit is { } known ? -known : long.MinValue;
}

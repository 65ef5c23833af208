using System.Collections.Immutable;
using MamConsole.PolicyEngine.DeviceLock;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>One of the nine properties in which the lock rules of both policies are compared (docs/reference/eas.md §3).</summary>
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

    /// <summary>All dimensions, in the order in which failing ones are listed.</summary>
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

    /// <summary>The corresponding element of EASProvisionDoc.</summary>
    public string Element { get; }

    /// <summary>The label of the field in the device lock area.</summary>
    public string Label { get; }

    /// <summary>The field of a written policy that sets it; null for encryption, for which MAM has no setting.</summary>
    public string? Field { get; }

    /// <summary>The strictness of the rules in this dimension: greater is stricter. Use it only for comparison.</summary>
    public long Strictness(LockSettings settings) => strictness(settings);

    public override string ToString() => Element;

    // No limit is the weakest; otherwise a lower value is stricter.
    private static long Tightness(long? limit) => limit is { } known ? -known : long.MinValue;
}

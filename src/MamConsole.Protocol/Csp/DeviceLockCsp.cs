using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>Policy CSP, area DeviceLock: the rules of the lock screen and the password (csp-catalog.json; eas.md §3).</summary>
public static class DeviceLockCsp
{
    private const string Root = "./Device/Vendor/MSFT/Policy/Config/DeviceLock/";

    private static CspNode<int> Int(string name) => new() { Uri = Root + name, Format = CspFormat.Int };

    /// <summary>0 = a lock is required, 1 = it is not. The switch is inverted, on purpose of Windows.</summary>
    public static readonly CspNode<int> DevicePasswordEnabled = Int("DevicePasswordEnabled");

    /// <summary>4 to 16 characters; 0 = not enforced.</summary>
    public static readonly CspNode<int> MinDevicePasswordLength = Int("MinDevicePasswordLength");

    /// <summary>0 = letters and digits, 1 = digits will do, 2 = either (default).</summary>
    public static readonly CspNode<int> AlphanumericDevicePasswordRequired = Int("AlphanumericDevicePasswordRequired");

    /// <summary>1 to 4 groups of characters; acts only beside Alphanumeric = 0.</summary>
    public static readonly CspNode<int> MinDevicePasswordComplexCharacters = Int("MinDevicePasswordComplexCharacters");

    /// <summary>Minutes, 0 to 999; 0 = never.</summary>
    public static readonly CspNode<int> MaxInactivityTimeDeviceLock = Int("MaxInactivityTimeDeviceLock");

    /// <summary>0 = no limit, else 4 to 16 on a desktop; acts only with BitLocker.</summary>
    public static readonly CspNode<int> MaxDevicePasswordFailedAttempts = Int("MaxDevicePasswordFailedAttempts");

    /// <summary>Days, 0 to 730; 0 = never.</summary>
    public static readonly CspNode<int> DevicePasswordExpiration = Int("DevicePasswordExpiration");

    /// <summary>0 to 50 old passwords.</summary>
    public static readonly CspNode<int> DevicePasswordHistory = Int("DevicePasswordHistory");

    /// <summary>0 = passwords such as 1111 are refused, 1 = allowed.</summary>
    public static readonly CspNode<int> AllowSimpleDevicePassword = Int("AllowSimpleDevicePassword");

    /// <summary>Every node above, in the order in which Windows wants them written: Enabled first.</summary>
    public static readonly ImmutableArray<CspNode> All =
    [
        DevicePasswordEnabled, AlphanumericDevicePasswordRequired, MinDevicePasswordLength, MinDevicePasswordComplexCharacters,
        MaxInactivityTimeDeviceLock, MaxDevicePasswordFailedAttempts, DevicePasswordExpiration, DevicePasswordHistory, AllowSimpleDevicePassword,
    ];
}

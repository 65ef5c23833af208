using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Policy CSP, area DeviceLock: the rules of the lock screen and the password (docs/reference/csp-catalog.json; docs/reference/eas.md §3).
/// </summary>
/// <remarks>The rules of the password go in one Atomic. What Windows has in previews only (account lockout, password age and size) is not
/// described.</remarks>
public static class DeviceLockCsp
{
    private static readonly CspBranch At = PolicyCsp.Area("DeviceLock");

    /// <summary>A rule of the password.</summary>
    private static CspNode<int> Rule(string name, CspRange range, string otherwise, CspConflict conflict, bool? home = true) =>
        At.Int(name, range, otherwise, conflict: conflict, atomic: true, home: home);

    public static readonly CspBareNode Area = At.Node("", home: null);

    /// <summary>0 = a lock is required, 1 = it is not. The switch is inverted, on purpose of Windows.</summary>
    public static readonly CspNode<int> DevicePasswordEnabled = Rule("DevicePasswordEnabled", CspRange.ZeroOrOne, "1", CspConflict.Lowest);

    /// <summary>0 = letters and digits, 1 = digits will do, 2 = either (default).</summary>
    public static readonly CspNode<int> AlphanumericDevicePasswordRequired = Rule(
        "AlphanumericDevicePasswordRequired",
        CspRange.Upto(2),
        "2",
        CspConflict.Lowest
    );

    /// <summary>4 to 16 characters; 0 = not enforced.</summary>
    public static readonly CspNode<int> MinDevicePasswordLength = Rule(
        "MinDevicePasswordLength",
        CspRange.Between(4, 16, 0),
        "4",
        CspConflict.HighestButZero
    );

    /// <summary>1 to 4 groups of characters; acts only beside Alphanumeric = 0.</summary>
    public static readonly CspNode<int> MinDevicePasswordComplexCharacters = Rule(
        "MinDevicePasswordComplexCharacters",
        CspRange.Of("1", "2", "3", "4"),
        "1",
        CspConflict.Highest
    );

    /// <summary>Minutes, 0 to 999; 0 = never.</summary>
    public static readonly CspNode<int> MaxInactivityTimeDeviceLock = Rule(
        "MaxInactivityTimeDeviceLock",
        CspRange.Between(0, 999),
        "0",
        CspConflict.LowestButZero
    );

    /// <summary>0 = no limit, else 4 to 16 on a desktop; acts only with BitLocker.</summary>
    public static readonly CspNode<int> MaxDevicePasswordFailedAttempts = Rule(
        "MaxDevicePasswordFailedAttempts",
        CspRange.Between(4, 16, 0),
        "0",
        CspConflict.LowestButZero
    );

    /// <summary>Days, 0 to 730; 0 = never.</summary>
    public static readonly CspNode<int> DevicePasswordExpiration = Rule(
        "DevicePasswordExpiration",
        CspRange.Between(0, 730),
        "0",
        CspConflict.LowestButZero
    );

    /// <summary>0 to 50 old passwords.</summary>
    public static readonly CspNode<int> DevicePasswordHistory = Rule(
        "DevicePasswordHistory",
        CspRange.Between(0, 50),
        "0",
        CspConflict.Highest
    );

    /// <summary>0 = passwords such as 1111 are refused, 1 = allowed.</summary>
    public static readonly CspNode<int> AllowSimpleDevicePassword = Rule(
        "AllowSimpleDevicePassword",
        CspRange.ZeroOrOne,
        "1",
        CspConflict.Lowest
    );

    /// <summary>0 = the password is asked for whenever the screen comes on again. Not on Home.</summary>
    public static readonly CspNode<int> AllowIdleReturnWithoutPassword = Rule(
        "AllowIdleReturnWithoutPassword",
        CspRange.ZeroOrOne,
        "1",
        CspConflict.Lowest,
        home: false
    );

    /// <summary>Days that a password must stay, 0 to 998. From build 16299.</summary>
    public static readonly CspNode<int> MinimumPasswordAge = At.Int(
        "MinimumPasswordAge",
        CspRange.Between(0, 998),
        "1",
        conflict: CspConflict.Highest,
        build: 16299
    );

    /// <summary>As <see cref="MaxInactivityTimeDeviceLock"/> while a further screen is connected, 1 to 999. From build 16299.</summary>
    public static readonly CspNode<int> MaxInactivityTimeDeviceLockWithExternalDisplay = At.Int(
        "MaxInactivityTimeDeviceLockWithExternalDisplay",
        CspRange.Between(1, 999),
        "0",
        conflict: CspConflict.Lowest,
        home: null,
        build: 16299
    );

    /// <summary>Seconds until the locked screen goes dark, 10 to 1800.</summary>
    public static readonly CspNode<int> ScreenTimeoutWhileLocked = At.Int(
        "ScreenTimeoutWhileLocked",
        CspRange.Between(10, 1800),
        "10",
        conflict: CspConflict.LastWrite
    );

    /// <summary>1 = people choose that time themselves.</summary>
    public static readonly CspNode<int> AllowScreenTimeoutWhileLockedUserConfig = At.Int(
        "AllowScreenTimeoutWhileLockedUserConfig",
        CspRange.ZeroOrOne,
        "0",
        conflict: CspConflict.LastWrite
    );

    /// <summary>The picture of lock screen and sign-in, a path or an address.</summary>
    public static readonly CspNode<string> EnforceLockScreenAndLogonImage = At.Text(
        "EnforceLockScreenAndLogonImage",
        conflict: CspConflict.LastWrite
    );

    /// <summary>The app that gives the lock screen: of phones, known, and left alone.</summary>
    public static readonly CspNode<string> EnforceLockScreenProvider = At.Text(
        "EnforceLockScreenProvider",
        conflict: CspConflict.LastWrite,
        avoid: true
    );

    /// <summary><c>&lt;enabled/&gt;</c> = no slide show on the lock screen.</summary>
    public static readonly CspNode<string> PreventLockScreenSlideShow = Admx("PreventLockScreenSlideShow", CspNode.FirstBuildWithMam);

    /// <summary><c>&lt;enabled/&gt;</c> = no camera on the lock screen. From build 17134.</summary>
    public static readonly CspNode<string> PreventEnablingLockScreenCamera = Admx("PreventEnablingLockScreenCamera", 17134);

    /// <summary>Every node above; the rules of the password in the order in which Windows wants them written: Enabled first.</summary>
    public static readonly ImmutableArray<CspNode> All = At.Nodes;

    /// <summary>A policy that Windows has from a template of group policy, without a value besides on and off.</summary>
    private static CspNode<string> Admx(string name, int build) =>
        At.Text(name, CspRange.Of("<enabled/>", "<disabled/>"), conflict: CspConflict.LastWrite, build: build);
}

using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Policy CSP, area DeviceLock: the rules for the lock screen and the password (docs/reference/csp-catalog.json; docs/reference/eas.md §3).
/// </summary>
/// <remarks>
/// The password rules are written in one Atomic. Nodes that only exist in preview builds (account lockout, password age and size) are not
/// described.
/// </remarks>
public static class DeviceLockCsp
{
    private static readonly CspBranch At = PolicyCsp.Area("DeviceLock");

    /// <summary>Describes a password rule.</summary>
    private static CspNode<int> Rule(string name, CspRange range, string otherwise, CspConflict conflict, bool? home = true) =>
        At.Int(name, range, otherwise, conflict: conflict, atomic: true, home: home);

    public static readonly CspBareNode Area = At.Node("", home: null);

    /// <summary>0 = a password is required, 1 = it is not. Windows defines the switch inverted.</summary>
    public static readonly CspNode<int> DevicePasswordEnabled = Rule("DevicePasswordEnabled", CspRange.ZeroOrOne, "1", CspConflict.Lowest);

    /// <summary>0 = letters and digits, 1 = digits are sufficient, 2 = either (default).</summary>
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

    /// <summary>1 to 4 character sets; effective only with Alphanumeric = 0.</summary>
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

    /// <summary>0 = no limit, otherwise 4 to 16 on a desktop; effective only with BitLocker.</summary>
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

    /// <summary>The number of old passwords, 0 to 50.</summary>
    public static readonly CspNode<int> DevicePasswordHistory = Rule(
        "DevicePasswordHistory",
        CspRange.Between(0, 50),
        "0",
        CspConflict.Highest
    );

    /// <summary>0 = passwords such as 1111 are rejected, 1 = they are allowed.</summary>
    public static readonly CspNode<int> AllowSimpleDevicePassword = Rule(
        "AllowSimpleDevicePassword",
        CspRange.ZeroOrOne,
        "1",
        CspConflict.Lowest
    );

    /// <summary>0 = the password is required whenever the screen turns on. Not on Home.</summary>
    public static readonly CspNode<int> AllowIdleReturnWithoutPassword = Rule(
        "AllowIdleReturnWithoutPassword",
        CspRange.ZeroOrOne,
        "1",
        CspConflict.Lowest,
        home: false
    );

    /// <summary>The days before a password may be changed, 0 to 998. From build 16299.</summary>
    public static readonly CspNode<int> MinimumPasswordAge = At.Int(
        "MinimumPasswordAge",
        CspRange.Between(0, 998),
        "1",
        conflict: CspConflict.Highest,
        build: 16299
    );

    /// <summary>
    /// Like <see cref="MaxInactivityTimeDeviceLock"/> while an external display is connected, 1 to 999. From build 16299.
    /// </summary>
    public static readonly CspNode<int> MaxInactivityTimeDeviceLockWithExternalDisplay = At.Int(
        "MaxInactivityTimeDeviceLockWithExternalDisplay",
        CspRange.Between(1, 999),
        "0",
        conflict: CspConflict.Lowest,
        home: null,
        build: 16299
    );

    /// <summary>The seconds until the screen turns off while locked, 10 to 1800.</summary>
    public static readonly CspNode<int> ScreenTimeoutWhileLocked = At.Int(
        "ScreenTimeoutWhileLocked",
        CspRange.Between(10, 1800),
        "10",
        conflict: CspConflict.LastWrite
    );

    /// <summary>1 = users choose that time themselves.</summary>
    public static readonly CspNode<int> AllowScreenTimeoutWhileLockedUserConfig = At.Int(
        "AllowScreenTimeoutWhileLockedUserConfig",
        CspRange.ZeroOrOne,
        "0",
        conflict: CspConflict.LastWrite
    );

    /// <summary>The image of the lock screen and the sign-in screen, a path or an address.</summary>
    public static readonly CspNode<string> EnforceLockScreenAndLogonImage = At.Text(
        "EnforceLockScreenAndLogonImage",
        conflict: CspConflict.LastWrite
    );

    /// <summary>The app that provides the lock screen on phones; listed, but not used.</summary>
    public static readonly CspNode<string> EnforceLockScreenProvider = At.Text(
        "EnforceLockScreenProvider",
        conflict: CspConflict.LastWrite,
        avoid: true
    );

    /// <summary><c>&lt;enabled/&gt;</c> = no slide show on the lock screen.</summary>
    public static readonly CspNode<string> PreventLockScreenSlideShow = Admx("PreventLockScreenSlideShow", CspNode.FirstBuildWithMam);

    /// <summary><c>&lt;enabled/&gt;</c> = no camera on the lock screen. From build 17134.</summary>
    public static readonly CspNode<string> PreventEnablingLockScreenCamera = Admx("PreventEnablingLockScreenCamera", 17134);

    /// <summary>All nodes of this area. The password rules are in the order in which Windows requires them: Enabled first.</summary>
    public static readonly ImmutableArray<CspNode> All = At.Nodes;

    /// <summary>Describes a policy that is based on a Group Policy template and has only the values on and off.</summary>
    private static CspNode<string> Admx(string name, int build) =>
        At.Text(name, CspRange.Of("<enabled/>", "<disabled/>"), conflict: CspConflict.LastWrite, build: build);
}

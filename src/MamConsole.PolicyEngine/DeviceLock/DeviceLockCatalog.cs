using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>The labels of the area's settings.</summary>
internal static class DeviceLockCatalog
{
    public static readonly SettingTable Settings = new(
        "deviceLock",
        (
            "lockRequired",
            "Require a password or PIN",
            "Password",
            "Policy/Config/DeviceLock/DevicePasswordEnabled",
            "Whether the PC must have a password or PIN."
        ),
        (
            "lockAfterMinutes",
            "Maximum inactivity time until lock",
            "Maximum minutes of inactivity until screen locks",
            "Policy/Config/DeviceLock/MaxInactivityTimeDeviceLock",
            "The number of minutes without use after which the PC locks."
        ),
        (
            "minimumLength",
            "Minimum password length",
            "Minimum password length",
            "Policy/Config/DeviceLock/MinDevicePasswordLength",
            "The minimum number of characters in a password."
        ),
        (
            "failedAttempts",
            "Failed sign-in attempts before BitLocker recovery",
            "Number of sign-in failures before wiping device",
            "Policy/Config/DeviceLock/MaxDevicePasswordFailedAttempts",
            "The number of failed attempts after which the PC restarts and requires its BitLocker recovery key."
        ),
        (
            "history",
            "Password history",
            "Prevent reuse of previous passwords",
            "Policy/Config/DeviceLock/DevicePasswordHistory",
            "The number of earlier passwords that cannot be reused."
        ),
        (
            "expirationDays",
            "Password expiration",
            "Password expiration (days)",
            "Policy/Config/DeviceLock/DevicePasswordExpiration",
            "The number of days after which passwords must change."
        ),
        (
            "characterGroups",
            "Minimum character sets",
            "Password complexity",
            "Policy/Config/DeviceLock/MinDevicePasswordComplexCharacters",
            "The number of character sets in a password: digits, lowercase letters, uppercase letters and special characters."
        ),
        (
            "passwordKind",
            "Password type",
            "Required password type",
            "Policy/Config/DeviceLock/AlphanumericDevicePasswordRequired",
            "Whether passwords and PINs need letters as well as digits."
        ),
        (
            "allowSimple",
            "Allow simple passwords",
            "Simple passwords",
            "Policy/Config/DeviceLock/AllowSimpleDevicePassword",
            "Whether passwords such as 1111 are allowed."
        )
    );
}

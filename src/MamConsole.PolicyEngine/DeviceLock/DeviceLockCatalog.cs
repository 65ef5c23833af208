using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>The names of the area's settings.</summary>
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
            "After how many minutes without use the PC locks."
        ),
        (
            "minimumLength",
            "Minimum password length",
            "Minimum password length",
            "Policy/Config/DeviceLock/MinDevicePasswordLength",
            "How many characters passwords have at least."
        ),
        (
            "failedAttempts",
            "Failed sign-in attempts before BitLocker recovery",
            "Number of sign-in failures before wiping device",
            "Policy/Config/DeviceLock/MaxDevicePasswordFailedAttempts",
            "After how many failed attempts the PC restarts and asks for its BitLocker key."
        ),
        (
            "history",
            "Password history",
            "Prevent reuse of previous passwords",
            "Policy/Config/DeviceLock/DevicePasswordHistory",
            "How many earlier passwords cannot be used again."
        ),
        (
            "expirationDays",
            "Password expiration",
            "Password expiration (days)",
            "Policy/Config/DeviceLock/DevicePasswordExpiration",
            "After how many days passwords must change."
        ),
        (
            "characterGroups",
            "Minimum character sets",
            "Password complexity",
            "Policy/Config/DeviceLock/MinDevicePasswordComplexCharacters",
            "How many of digits, lowercase letters, uppercase letters and special characters passwords mix."
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

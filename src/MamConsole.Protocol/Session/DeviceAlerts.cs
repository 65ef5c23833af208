namespace MamConsole.Protocol.Session;

/// <summary>Maps the code and type of an alert to its kind, and a kind to text.</summary>
public static class DeviceAlerts
{
    private static readonly (int Code, string Type, DeviceAlertKind Kind)[] Typed =
    [
        (1224, "com.microsoft/MDM/LoginStatus", DeviceAlertKind.LoginStatus),
        (1224, "com.microsoft/MDM/AADUserToken", DeviceAlertKind.UserToken),
        (1224, "Reversed-Domain-Name:com.microsoft.mdm.requestpending", DeviceAlertKind.Heartbeat),
        (1224, "com.microsoft.mdm.synctype", DeviceAlertKind.SyncType),
        (1224, "com.microsoft/MDM/DevicePrepSync", DeviceAlertKind.DevicePreparation),
        (1224, "com.microsoft/MDM/BootstrapSync", DeviceAlertKind.Bootstrap),
        (1224, "com.microsoft/MDM/OdjSync", DeviceAlertKind.DomainJoin),
        (1224, "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install", DeviceAlertKind.PackageInstall),
        (1226, "com.microsoft:mdm.unenrollment.userrequest", DeviceAlertKind.Unenrolling),
        (1226, "com.microsoft:mdm.SCEPcertinstall.result", DeviceAlertKind.ScepCertificate),
        (1226, "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseHostedAppInstall.result", DeviceAlertKind.HostedAppInstall),
        (1226, "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseStoreAppInstall.result", DeviceAlertKind.StoreAppInstall),
        (1226, "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseAppUninstall.result", DeviceAlertKind.AppUninstall),
        (1226, "Reversed-Domain-Name:com.microsoft.mdm.UPPrinterInstallsAlert", DeviceAlertKind.PrinterInstall),
        (1226, "com.microsoft.mdm.declaredconfigurationdocuments", DeviceAlertKind.DeclaredConfiguration),
        (1226, "com.microsoft:mdm.upgrade", DeviceAlertKind.WindowsUpgrade),
        (1226, "com.microsoft:mdm.oseditionupgrade", DeviceAlertKind.EditionUpgrade),
        (1226, "com.microsoft:mdm.osmode", DeviceAlertKind.WindowsMode),
    ];

    /// <summary>Returns the kind of an alert. Types are compared without regard to case and must be trimmed.</summary>
    /// <param name="code">The Data of the alert.</param>
    /// <param name="type">Meta/Type of the item; null for an alert without one.</param>
    public static DeviceAlertKind KindOf(int code, string? type) =>
        code switch
        {
            1200 => DeviceAlertKind.ServerInitiated,
            1201 => DeviceAlertKind.ClientInitiated,
            1222 => DeviceAlertKind.NextMessage,
            1223 => DeviceAlertKind.Abort,
            1225 => DeviceAlertKind.ObjectIncomplete,
            _ => Array.Find(Typed, entry => entry.Code == code && string.Equals(entry.Type, type, StringComparison.OrdinalIgnoreCase)).Kind,
        };

    /// <summary>Returns the meaning for a person: the beginning of a sentence, without a period.</summary>
    public static string WordsFor(DeviceAlertKind kind) =>
        kind switch
        {
            DeviceAlertKind.ServerInitiated => "The server initiated the session",
            DeviceAlertKind.ClientInitiated => "The PC initiated the session",
            DeviceAlertKind.NextMessage => "The PC requests the next message",
            DeviceAlertKind.Abort => "The PC aborts the session",
            DeviceAlertKind.ObjectIncomplete => "The PC did not receive the end of a large value",
            DeviceAlertKind.LoginStatus => "Sign-in state of the PC",
            DeviceAlertKind.UserToken => "The user's access token (not stored)",
            DeviceAlertKind.Heartbeat => "The PC is still processing the commands",
            DeviceAlertKind.SyncType => "Target of the session",
            DeviceAlertKind.DevicePreparation => "Progress of the device preparation",
            DeviceAlertKind.Bootstrap => "A session of the initial setup",
            DeviceAlertKind.DomainJoin => "A session of the domain join",
            DeviceAlertKind.PackageInstall => "Result of a package installation",
            DeviceAlertKind.Unenrolling => "The work account is being removed from the PC",
            DeviceAlertKind.ScepCertificate => "Result of a certificate request",
            DeviceAlertKind.HostedAppInstall or DeviceAlertKind.StoreAppInstall => "Result of an app installation",
            DeviceAlertKind.AppUninstall => "Result of an app removal",
            DeviceAlertKind.PrinterInstall => "Result of a printer installation",
            DeviceAlertKind.DeclaredConfiguration => "Status of a declared configuration",
            DeviceAlertKind.WindowsUpgrade => "Result of a Windows upgrade",
            DeviceAlertKind.EditionUpgrade => "Result of a Windows edition change",
            DeviceAlertKind.WindowsMode => "Windows changed its mode",
            _ => "An alert that this server does not support; it was acknowledged and stored",
        };
}

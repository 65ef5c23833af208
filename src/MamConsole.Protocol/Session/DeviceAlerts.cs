namespace MamConsole.Protocol.Session;

/// <summary>The one table of alerts: from code and type to kind, from kind to words.</summary>
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

    /// <summary>What an alert is. Types are compared without regard to case; blanks around them are gone by then.</summary>
    /// <param name="code">The alert's Data.</param>
    /// <param name="type">The item's Meta/Type; null for an alert without one.</param>
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

    /// <summary>What it means, for a person: a sentence's beginning without a full stop.</summary>
    public static string WordsFor(DeviceAlertKind kind) =>
        kind switch
        {
            DeviceAlertKind.ServerInitiated => "The session was asked for by the server",
            DeviceAlertKind.ClientInitiated => "The PC began the session",
            DeviceAlertKind.NextMessage => "The PC asks for the next message",
            DeviceAlertKind.Abort => "The PC gives the session up",
            DeviceAlertKind.ObjectIncomplete => "The PC misses the end of a large value",
            DeviceAlertKind.LoginStatus => "Who is signed in at the PC",
            DeviceAlertKind.UserToken => "The person's access token (not kept)",
            DeviceAlertKind.Heartbeat => "The PC is still at work on what it was asked",
            DeviceAlertKind.SyncType => "Whom the session is for",
            DeviceAlertKind.DevicePreparation => "How far the preparation of the PC is",
            DeviceAlertKind.Bootstrap => "A session of the first set-up",
            DeviceAlertKind.DomainJoin => "A session of the domain join",
            DeviceAlertKind.PackageInstall => "How the installation of a package went",
            DeviceAlertKind.Unenrolling => "The work account is being removed from the PC",
            DeviceAlertKind.ScepCertificate => "How the request for a certificate went",
            DeviceAlertKind.HostedAppInstall or DeviceAlertKind.StoreAppInstall => "How the installation of an app went",
            DeviceAlertKind.AppUninstall => "How the removal of an app went",
            DeviceAlertKind.PrinterInstall => "How the installation of a printer went",
            DeviceAlertKind.DeclaredConfiguration => "News about a declared configuration",
            DeviceAlertKind.WindowsUpgrade => "How an upgrade of Windows went",
            DeviceAlertKind.EditionUpgrade => "How the change of Windows' edition went",
            DeviceAlertKind.WindowsMode => "Windows changed its mode",
            _ => "Something that this server does not know; it was acknowledged and kept",
        };
}

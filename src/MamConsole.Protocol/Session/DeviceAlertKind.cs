namespace MamConsole.Protocol.Session;

/// <summary>
/// The meaning of an alert of a device (docs/reference/protocol.md §3.11). Types that are not listed there are <see cref="Other"/>:
/// acknowledged with 200 and stored.
/// </summary>
public enum DeviceAlertKind
{
    /// <summary>Not supported by this server.</summary>
    Other,

    /// <summary>1200: the server initiated this session.</summary>
    ServerInitiated,

    /// <summary>1201: the device initiated this session.</summary>
    ClientInitiated,

    /// <summary>1222: the device requests the next message.</summary>
    NextMessage,

    /// <summary>1223: the device aborts the session.</summary>
    Abort,

    /// <summary>1225: the end of a large object was not received.</summary>
    ObjectIncomplete,

    /// <summary>The sign-in state of the user.</summary>
    LoginStatus,

    /// <summary>The user's access token. Its text is never stored.</summary>
    UserToken,

    /// <summary>The device is still processing the commands (docs/reference/protocol.md §3.10).</summary>
    Heartbeat,

    /// <summary>Whether a session on a multi-user device is for a user or for the device.</summary>
    SyncType,

    /// <summary>The progress of the device preparation.</summary>
    DevicePreparation,

    /// <summary>A session in the first phase of Autopilot.</summary>
    Bootstrap,

    /// <summary>A session of the offline domain join.</summary>
    DomainJoin,

    /// <summary>The result of an MSI package installation.</summary>
    PackageInstall,

    /// <summary>The work account is being removed (docs/reference/protocol.md §6.2).</summary>
    Unenrolling,

    /// <summary>The result of a SCEP certificate request.</summary>
    ScepCertificate,

    /// <summary>The result of a hosted app installation.</summary>
    HostedAppInstall,

    /// <summary>The result of a Store app installation.</summary>
    StoreAppInstall,

    /// <summary>The result of an app removal.</summary>
    AppUninstall,

    /// <summary>The result of a printer installation.</summary>
    PrinterInstall,

    /// <summary>The status of declared configuration documents.</summary>
    DeclaredConfiguration,

    /// <summary>The result of a Windows upgrade.</summary>
    WindowsUpgrade,

    /// <summary>The result of a Windows edition change.</summary>
    EditionUpgrade,

    /// <summary>Windows changed its mode (S mode).</summary>
    WindowsMode,
}

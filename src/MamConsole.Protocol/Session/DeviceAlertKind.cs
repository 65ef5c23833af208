namespace MamConsole.Protocol.Session;

/// <summary>
/// What a device says by an alert (docs/reference/protocol.md §3.11). Types that are not listed there are <see cref="Other"/>: answered 200
/// and kept.
/// </summary>
public enum DeviceAlertKind
{
    /// <summary>Nothing that is known here.</summary>
    Other,

    /// <summary>1200: the server asked for this session.</summary>
    ServerInitiated,

    /// <summary>1201: the device began this session.</summary>
    ClientInitiated,

    /// <summary>1222: the next message, please.</summary>
    NextMessage,

    /// <summary>1223: the device gives the session up.</summary>
    Abort,

    /// <summary>1225: the end of a large object did not come.</summary>
    ObjectIncomplete,

    /// <summary>Who is logged on.</summary>
    LoginStatus,

    /// <summary>The person's access token. Its text is never kept.</summary>
    UserToken,

    /// <summary>The device is still at work on our commands (docs/reference/protocol.md §3.10).</summary>
    Heartbeat,

    /// <summary>Whether a session of several people is for one of them or for the device.</summary>
    SyncType,

    /// <summary>How far the device's preparation is.</summary>
    DevicePreparation,

    /// <summary>A session of Autopilot's first phase.</summary>
    Bootstrap,

    /// <summary>A session of the offline domain join.</summary>
    DomainJoin,

    /// <summary>How the installation of an MSI package went.</summary>
    PackageInstall,

    /// <summary>The work account is being removed (docs/reference/protocol.md §6.2).</summary>
    Unenrolling,

    /// <summary>How the request for a SCEP certificate went.</summary>
    ScepCertificate,

    /// <summary>How the installation of a hosted app went.</summary>
    HostedAppInstall,

    /// <summary>How the installation of a Store app went.</summary>
    StoreAppInstall,

    /// <summary>How the removal of an app went.</summary>
    AppUninstall,

    /// <summary>How the installation of a printer went.</summary>
    PrinterInstall,

    /// <summary>Something about declared configuration documents.</summary>
    DeclaredConfiguration,

    /// <summary>How an upgrade of Windows went.</summary>
    WindowsUpgrade,

    /// <summary>How a change of Windows' edition went.</summary>
    EditionUpgrade,

    /// <summary>Windows changed its mode (S mode).</summary>
    WindowsMode,
}

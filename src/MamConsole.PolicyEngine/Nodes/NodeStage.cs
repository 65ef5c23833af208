namespace MamConsole.PolicyEngine.Nodes;

/// <summary>
/// The stage of a node in the order of sending (docs/reference/wip-authoring.md §1): network boundary, app lists, flags, IDs, mode last, so
/// that WIP is never turned on without its network boundary. Stored by number: never renumber.
/// </summary>
public enum NodeStage
{
    /// <summary>NetworkIsolation.</summary>
    Boundary = 10,

    /// <summary>AppLocker groupings.</summary>
    AppLists = 20,

    /// <summary>Recovery certificate, RMS, icons, revoke flags.</summary>
    Flags = 30,

    /// <summary>Enterprise IDs.</summary>
    Ids = 40,

    /// <summary>EDPEnforcementLevel: deferred until all of the above are acknowledged.</summary>
    Mode = 50,

    /// <summary>DeviceLock: one Atomic.</summary>
    DeviceLock = 60,

    /// <summary>PassportForWork.</summary>
    HelloPin = 70,

    /// <summary>DMClient polling.</summary>
    Polling = 80,

    /// <summary>Trusted and client certificates: before the profiles that use them to sign in.</summary>
    Certificates = 82,

    /// <summary>Wi-Fi and VPN profiles.</summary>
    Connectivity = 84,

    /// <summary>The MDM link: deferred until RevokeOnMDMHandoff was read back as 0.</summary>
    MdmLink = 90,
}

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>
/// Where a node stands in the order of sending (docs/reference/wip-authoring.md §1): boundary, app lists, flags, IDs, mode last, so that
/// protection
/// never turns on before it knows its boundary. Stored by number: never renumber.
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

    /// <summary>EDPEnforcementLevel: withheld until all of the above are acknowledged.</summary>
    Mode = 50,

    /// <summary>DeviceLock: one Atomic.</summary>
    DeviceLock = 60,

    /// <summary>PassportForWork.</summary>
    HelloPin = 70,

    /// <summary>DMClient polling.</summary>
    Polling = 80,

    /// <summary>Trusted certificates, and certificates of people: before what signs in with them.</summary>
    Certificates = 82,

    /// <summary>Wi-Fi and VPN profiles.</summary>
    Connectivity = 84,

    /// <summary>The MDM link: withheld until RevokeOnMDMHandoff was read back as 0.</summary>
    MdmLink = 90,
}

namespace MamConsole.Server.Devices;

/// <summary>
/// Where a device stands, in one word: exactly one of these. The API names them by name; their numbers are used within a query only.
/// </summary>
public enum DeviceState
{
    /// <summary>Has acknowledged the version in force for it, and nothing stands against that version.</summary>
    UpToDate,

    /// <summary>Waits for its next check-in.</summary>
    Pending,

    /// <summary>Was sent something; no full answer yet.</summary>
    Sent,

    /// <summary>Something is withheld or unknown.</summary>
    Attention,

    /// <summary>Refuses something or reads back another value.</summary>
    Failed,

    /// <summary>Has not called for two weeks: nobody knows.</summary>
    Stale,

    /// <summary>Its enrollment ended.</summary>
    Unenrolled,

    /// <summary>Somebody blocked it: its calls are refused.</summary>
    Blocked,

    /// <summary>Is to leave, and has not left yet.</summary>
    Retiring,

    /// <summary>Acknowledged a version that turns WIP on, and runs a Windows that does not enforce WIP.</summary>
    CannotEnforce,
}

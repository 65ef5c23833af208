namespace MamConsole.Server.Devices;

/// <summary>
/// The state of a device: exactly one of these. The API uses their names; their numbers are used within a query only.
/// </summary>
public enum DeviceState
{
    /// <summary>Acknowledged the version in force for it, without a setting error or drift.</summary>
    UpToDate,

    /// <summary>Has a change that is sent at its next check-in.</summary>
    Pending,

    /// <summary>Was sent something and has not acknowledged all of it yet.</summary>
    Sent,

    /// <summary>A setting is deferred or its result is unknown.</summary>
    Attention,

    /// <summary>Rejected a setting or reads back another value.</summary>
    Failed,

    /// <summary>Has not checked in for two weeks, so that its state is unknown.</summary>
    Stale,

    /// <summary>Its enrollment ended.</summary>
    Unenrolled,

    /// <summary>An administrator blocked it: its check-ins are rejected.</summary>
    Blocked,

    /// <summary>Is being retired and has not unenrolled yet.</summary>
    Retiring,

    /// <summary>Acknowledged a version that turns WIP on, and runs a Windows that does not enforce WIP.</summary>
    CannotEnforce,
}

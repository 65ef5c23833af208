namespace MamConsole.PolicyEngine.Deployment;

/// <summary>Why a node of a device is not simply what was published. Stored by number: never renumber.</summary>
public enum DeviationKind
{
    /// <summary>Not sent on purpose, until its prerequisites are there (mode, MDM link).</summary>
    Deferred = 1,

    /// <summary>
    /// Sent, but the device never said what became of it; or, with a code, not sent because no message of this device can hold it.
    /// </summary>
    Unknown = 2,

    /// <summary>The device refused it.</summary>
    Rejected = 3,

    /// <summary>The device acknowledged it and reads back something else.</summary>
    Differs = 4,

    /// <summary>
    /// The device acknowledged it, and told no value when it was asked for one. Nothing to worry about, but not read back.
    /// </summary>
    NotReadBack = 5,
}

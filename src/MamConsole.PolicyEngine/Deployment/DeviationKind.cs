namespace MamConsole.PolicyEngine.Deployment;

/// <summary>Why a node of a device does not have its published value with certainty. Stored by number: never renumber.</summary>
public enum DeviationKind
{
    /// <summary>Deferred until its prerequisites are met (mode, MDM link).</summary>
    Deferred = 1,

    /// <summary>Sent without an answer from the device; or, with a code, not sent because it fits in no message of this device.</summary>
    Unknown = 2,

    /// <summary>The device rejected it.</summary>
    Rejected = 3,

    /// <summary>The device acknowledged it but returns another value.</summary>
    Differs = 4,

    /// <summary>The device acknowledged it but returned no value for a read. This is no error, but the value is not read back.</summary>
    NotReadBack = 5,
}

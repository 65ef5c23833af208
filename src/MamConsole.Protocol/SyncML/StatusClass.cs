namespace MamConsole.Protocol.SyncML;

/// <summary>What a device's verdict on one command asks of the server (docs/reference/protocol.md §3.12).</summary>
public enum StatusClass
{
    /// <summary>No code: the answer held no number. Says nothing.</summary>
    None,

    /// <summary>Done: 200, 202, 212.</summary>
    Success,

    /// <summary>The node is already as it should be: 418 for an Add, 404 for a Delete.</summary>
    AlreadySo,

    /// <summary>
    /// Refused for good: the same command again would be refused again. Codes without a meaning of their own belong here.
    /// </summary>
    Permanent,

    /// <summary>Refused for now: worth sending again unchanged, later.</summary>
    Transient,

    /// <summary>Not done, or undone, because of another command of its group: 215, 216, 507, 516, 517.</summary>
    Group,

    /// <summary>The device broke off before it came to the command: 214. Worth sending again in the next session.</summary>
    Cancelled,
}

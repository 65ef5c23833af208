namespace MamConsole.Protocol.SyncML;

/// <summary>The consequence of a command's status for the server (docs/reference/protocol.md §3.12).</summary>
public enum StatusClass
{
    /// <summary>No code: the status had no number. It has no meaning.</summary>
    None,

    /// <summary>Successful: 200, 202, 212.</summary>
    Success,

    /// <summary>The node already has the desired state: 418 for an Add, 404 for a Delete.</summary>
    AlreadySo,

    /// <summary>Rejected permanently: the same command would be rejected again. Unknown codes belong here.</summary>
    Permanent,

    /// <summary>Rejected temporarily: the same command may succeed later.</summary>
    Transient,

    /// <summary>Not executed or rolled back, because another command of the group failed: 215, 216, 507, 516, 517.</summary>
    Group,

    /// <summary>Canceled before the command was executed: 214. It is to be sent again in the next session.</summary>
    Cancelled,
}

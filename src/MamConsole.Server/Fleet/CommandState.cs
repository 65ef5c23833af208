namespace MamConsole.Server.Fleet;

/// <summary>The state of a device action; below 3 it is open. The numbers are stored, so they must not change.</summary>
internal enum CommandState
{
    /// <summary>The command is sent at the next check-in of the device.</summary>
    Queued = 1,

    /// <summary>The command was sent to the device, and its result is not known yet.</summary>
    Sent = 2,

    /// <summary>The device executed the command and returned a result.</summary>
    Answered = 3,

    /// <summary>The device did not check in before the command expired.</summary>
    Expired = 4,

    /// <summary>A person canceled the command, or the enrollment ended first.</summary>
    Cancelled = 5,

    /// <summary>The device rejected the command or did not answer it.</summary>
    Failed = 6,
}

namespace MamConsole.Server.Fleet;

/// <summary>How far a one-off command has come. Stored by number: never renumber. Below 3 it is open.</summary>
internal enum CommandState
{
    /// <summary>Waits for the device's next check-in.</summary>
    Queued = 1,

    /// <summary>Left with an answer to the device; it has not said what became of it.</summary>
    Sent = 2,

    /// <summary>The device did it, and said so.</summary>
    Answered = 3,

    /// <summary>The device did not check in time.</summary>
    Expired = 4,

    /// <summary>Somebody took it back, or the enrollment ended first.</summary>
    Cancelled = 5,

    /// <summary>The device would not, or never answered.</summary>
    Failed = 6,
}

namespace MamConsole.Server.Fleet;

/// <summary>How a session ended. The numbers are stored, so they must not change.</summary>
internal enum SessionEnding
{
    /// <summary>The session has not ended.</summary>
    Open = 0,

    /// <summary>The session is complete: neither side has further commands.</summary>
    Closed = 1,

    /// <summary>The device aborted the session.</summary>
    Aborted = 2,

    /// <summary>The device sent the unenroll alert.</summary>
    Unenrolled = 3,

    /// <summary>The device began another session before this one was complete.</summary>
    Replaced = 4,

    /// <summary>The device did not continue the session in time.</summary>
    Lost = 5,
}

namespace MamConsole.Simulator;

/// <summary>How a session ended.</summary>
public enum SyncOutcome
{
    /// <summary>The server had nothing more to ask.</summary>
    Completed,

    /// <summary>The device is not enrolled.</summary>
    NotEnrolled,

    /// <summary>The device has no network: nothing was sent.</summary>
    Offline,

    /// <summary>The server could not be reached.</summary>
    NoConnection,

    /// <summary>The server answered with an HTTP error.</summary>
    HttpFailed,

    /// <summary>The server did not take the message: another status than 200 or 212 on its header.</summary>
    Rejected,

    /// <summary>The server gave the session up, or the device did.</summary>
    Aborted,

    /// <summary>The answer was none that a device understands.</summary>
    ProtocolError,

    /// <summary>An answer was lost on the way, and the device gave up.</summary>
    AnswerLost,

    /// <summary>The device did what it was asked and died before it could say so.</summary>
    Crashed,

    /// <summary>The device is no longer enrolled.</summary>
    Unenrolled,
}

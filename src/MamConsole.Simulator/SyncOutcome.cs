namespace MamConsole.Simulator;

/// <summary>How a session ended.</summary>
public enum SyncOutcome
{
    /// <summary>The server had no more commands.</summary>
    Completed,

    /// <summary>The device is not enrolled.</summary>
    NotEnrolled,

    /// <summary>The device has no network; nothing was sent.</summary>
    Offline,

    /// <summary>The server could not be reached.</summary>
    NoConnection,

    /// <summary>The server responded with an HTTP error.</summary>
    HttpFailed,

    /// <summary>The server rejected the message: the status of its header is neither 200 nor 212.</summary>
    Rejected,

    /// <summary>The server or the device aborted the session.</summary>
    Aborted,

    /// <summary>The response is not valid for a device.</summary>
    ProtocolError,

    /// <summary>A response was lost, and the device ended the session.</summary>
    AnswerLost,

    /// <summary>The device executed the commands and crashed before it reported their statuses.</summary>
    Crashed,

    /// <summary>The device is no longer enrolled.</summary>
    Unenrolled,
}

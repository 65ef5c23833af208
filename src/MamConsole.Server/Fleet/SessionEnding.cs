namespace MamConsole.Server.Fleet;

/// <summary>How a session ended. Stored by number: never renumber.</summary>
internal enum SessionEnding
{
    /// <summary>Not yet.</summary>
    Open = 0,

    /// <summary>Neither side had more to say.</summary>
    Closed = 1,

    /// <summary>The device gave it up.</summary>
    Aborted = 2,

    /// <summary>The device said that it leaves.</summary>
    Unenrolled = 3,

    /// <summary>The device began another one in between.</summary>
    Replaced = 4,

    /// <summary>The device was not heard again.</summary>
    Lost = 5,
}

namespace MamConsole.Server.Fleet;

/// <summary>What a session is about. Stored by number: never renumber.</summary>
internal enum SessionRecordKind
{
    /// <summary>A management session.</summary>
    Session = 1,

    /// <summary>The exchange that enrolled the device.</summary>
    Enrollment = 2,
}

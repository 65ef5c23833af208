namespace MamConsole.Server.Fleet;

/// <summary>The kind of a session record. The numbers are stored, so they must not change.</summary>
internal enum SessionRecordKind
{
    /// <summary>A management session.</summary>
    Session = 1,

    /// <summary>The exchange that enrolled the device.</summary>
    Enrollment = 2,
}

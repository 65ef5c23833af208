namespace MamConsole.Server.Jobs;

/// <summary>The kinds of stored history. Stored by number: never renumber.</summary>
internal enum HistoryKind
{
    /// <summary>The whole database, including everything that is not history.</summary>
    Database = 0,
    Sessions = 1,
    AuditEvents = 2,
    Acknowledgements = 3,

    /// <summary>Active and ended enrollments, with their sync states.</summary>
    Devices = 4,
    PolicyVersions = 5,
}

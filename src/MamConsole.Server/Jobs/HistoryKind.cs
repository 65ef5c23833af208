namespace MamConsole.Server.Jobs;

/// <summary>What is kept of the past. Stored by number: never renumber.</summary>
internal enum HistoryKind
{
    /// <summary>The whole database, everything that is no history included.</summary>
    Database = 0,
    Sessions = 1,
    AuditEvents = 2,
    Acknowledgements = 3,

    /// <summary>Enrollments, ended ones too, with where each stands.</summary>
    Devices = 4,
    PolicyVersions = 5,
}

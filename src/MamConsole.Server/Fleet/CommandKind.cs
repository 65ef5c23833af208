namespace MamConsole.Server.Fleet;

/// <summary>The kinds of one-off commands. Stored by number: never renumber.</summary>
internal enum CommandKind
{
    ReadNodes = 1,
    Unenroll = 2,
    RetrieveLogs = 3,
    VerifyHealth = 4,
}

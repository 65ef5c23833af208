namespace MamConsole.Server.Fleet;

/// <summary>The kinds of device actions. The numbers are stored, so they must not change.</summary>
internal enum CommandKind
{
    ReadNodes = 1,
    Unenroll = 2,
    RetrieveLogs = 3,
    VerifyHealth = 4,
}

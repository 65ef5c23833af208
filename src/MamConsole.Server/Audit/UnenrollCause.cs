namespace MamConsole.Server.Audit;

/// <summary>Why an enrollment ended by the device's own message. Stored by name: never rename.</summary>
internal enum UnenrollCause
{
    /// <summary>The work account was removed on the PC (alert 1226, docs/reference/protocol.md §6.1).</summary>
    AccountRemoved,

    /// <summary>An administrator retired the device, and it unenrolled.</summary>
    Retired,
}

namespace MamConsole.Server.Audit;

/// <summary>Why an enrollment ended by the device's own message. Stored by name: never rename.</summary>
internal enum UnenrollCause
{
    /// <summary>The work account was removed on the PC (alert 1226, docs/reference/protocol.md §6.1).</summary>
    AccountRemoved,

    /// <summary>The device did as an administrator had asked by retiring it.</summary>
    Retired,
}

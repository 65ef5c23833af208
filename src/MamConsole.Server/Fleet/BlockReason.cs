namespace MamConsole.Server.Fleet;

/// <summary>Why a device's calls are refused. Stored by number: never renumber.</summary>
internal enum BlockReason
{
    /// <summary>Somebody blocked it; enrolling again does not help it.</summary>
    Person = 1,

    /// <summary>
    /// It retires, and is to lose contact (docs/reference/protocol.md §6.1, plan B): at once, or because it did not leave when it was told
    /// to.
    /// </summary>
    Retiring = 2,
}

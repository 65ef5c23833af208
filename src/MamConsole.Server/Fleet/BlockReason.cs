namespace MamConsole.Server.Fleet;

/// <summary>Why the requests of a device are rejected. The numbers are stored, so they must not change.</summary>
internal enum BlockReason
{
    /// <summary>A person blocked the device; the block also applies to a new enrollment.</summary>
    Person = 1,

    /// <summary>
    /// The device is retired by loss of contact (docs/reference/protocol.md §6.1, plan B): immediately, or because it did not unenroll
    /// after the Unenroll command.
    /// </summary>
    Retiring = 2,
}

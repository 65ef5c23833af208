namespace MamConsole.Server.Audit;

/// <summary>The two ways to retire a device (docs/reference/protocol.md §6.1). Stored by name: never rename.</summary>
public enum RetireMode
{
    /// <summary>It is sent the Unenroll command, three times at most; after that, <see cref="Reject"/> applies.</summary>
    Unenroll,

    /// <summary>Its check-ins are rejected at once, so that it unenrolls by its own timer, if its policy sets one.</summary>
    Reject,
}

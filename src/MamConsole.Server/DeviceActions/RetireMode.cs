namespace MamConsole.Server.DeviceActions;

/// <summary>The two ways to make a device leave (docs/reference/protocol.md §6.1).</summary>
public enum RetireMode
{
    /// <summary>It is told to leave, three times at most; then as with <see cref="Reject"/>.</summary>
    Unenroll,

    /// <summary>Its calls are refused at once, so that it leaves by its own timer, if its policy gave it one.</summary>
    Reject,
}

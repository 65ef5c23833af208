namespace MamConsole.Server.Fleet;

/// <summary>Why an enrollment ended. The numbers are stored, so they must not change.</summary>
internal enum EndReason
{
    /// <summary>The device sent the unenroll alert (1226) without an Unenroll command.</summary>
    DeviceUnenrolled = 1,

    /// <summary>The same person enrolled the same device again.</summary>
    Reenrolled = 2,

    /// <summary>The device unenrolled after the Unenroll command.</summary>
    Retired = 3,

    /// <summary>A person released the device id; no command was sent to the PC.</summary>
    Released = 4,
}

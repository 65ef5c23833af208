namespace MamConsole.Server.Fleet;

/// <summary>Why an enrollment ended. Stored by number: never renumber.</summary>
internal enum EndReason
{
    /// <summary>The device said so (alert 1226).</summary>
    DeviceUnenrolled = 1,

    /// <summary>The same person enrolled the same device again.</summary>
    Reenrolled = 2,

    /// <summary>The device left because it was asked to.</summary>
    Retired = 3,

    /// <summary>Somebody set its device id free; the PC itself was not asked.</summary>
    Released = 4,
}

namespace MamConsole.Server.DeviceActions;

/// <summary>The kinds of device actions.</summary>
public enum DeviceActionKind
{
    /// <summary>Reads the values of nodes; without a list, all nodes of a regular read.</summary>
    ReadNodes,

    /// <summary>Unenrolls the device. Queued only by retiring it.</summary>
    Unenroll,

    /// <summary>Reads the WIP audit log.</summary>
    RetrieveLogs,

    /// <summary>Verifies how the device started, as attested by its TPM.</summary>
    VerifyHealth,
}

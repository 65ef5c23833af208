namespace MamConsole.Server.DeviceActions;

/// <summary>What can be asked of a device.</summary>
public enum DeviceActionKind
{
    /// <summary>The values of nodes; without a list, everything that a read tells.</summary>
    ReadNodes,

    /// <summary>To leave. Asked by retiring a device only.</summary>
    Unenroll,

    /// <summary>Its log of work data.</summary>
    RetrieveLogs,

    /// <summary>How it started, as its TPM can prove.</summary>
    VerifyHealth,
}

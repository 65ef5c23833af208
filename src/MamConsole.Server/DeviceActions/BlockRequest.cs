namespace MamConsole.Server.DeviceActions;

/// <summary>Why a device is blocked.</summary>
public sealed record BlockRequest
{
    /// <summary>Kept in the audit trail.</summary>
    public string Reason { get; init; } = "";
}

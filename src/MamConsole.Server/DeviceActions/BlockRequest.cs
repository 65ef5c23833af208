namespace MamConsole.Server.DeviceActions;

/// <summary>The request to block a device.</summary>
public sealed record BlockRequest
{
    /// <summary>The reason; stored in the audit trail.</summary>
    public string Reason { get; init; } = "";
}

namespace MamConsole.Server.DeviceActions;

/// <summary>The request to release a device.</summary>
public sealed record ReleaseRequest
{
    /// <summary>The PC's name, as typed.</summary>
    public required string Confirmation { get; init; }

    /// <summary>The reason; stored in the audit trail.</summary>
    public string Reason { get; init; } = "";
}

namespace MamConsole.Server.DeviceActions;

/// <summary>Why an enrollment is ended here.</summary>
public sealed record ReleaseRequest
{
    /// <summary>The PC's name, typed.</summary>
    public required string Confirmation { get; init; }

    /// <summary>Kept in the audit trail.</summary>
    public string Reason { get; init; } = "";
}

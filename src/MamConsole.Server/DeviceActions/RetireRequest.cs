using MamConsole.Server.Audit;

namespace MamConsole.Server.DeviceActions;

/// <summary>How a device is to leave.</summary>
public sealed record RetireRequest
{
    public RetireMode Mode { get; init; }

    /// <summary>The PC's name, typed.</summary>
    public required string Confirmation { get; init; }

    /// <summary>Kept in the audit trail.</summary>
    public string Reason { get; init; } = "";
}

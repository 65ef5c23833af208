using MamConsole.Server.Audit;

namespace MamConsole.Server.DeviceActions;

/// <summary>The request to retire a device.</summary>
public sealed record RetireRequest
{
    public RetireMode Mode { get; init; }

    /// <summary>The PC's name, as typed.</summary>
    public required string Confirmation { get; init; }

    /// <summary>The reason; stored in the audit trail.</summary>
    public string Reason { get; init; } = "";
}

using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The device has too much to answer already.</summary>
public sealed record TooManyDeviceActions(int Limit)
    : Problem($"{Limit} requests wait for this PC already. Cancel some, or wait for its next check-in.");

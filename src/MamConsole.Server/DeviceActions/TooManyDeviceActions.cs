using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The device already has the maximum number of pending actions.</summary>
public sealed record TooManyDeviceActions(int Limit)
    : Problem($"This PC already has {Limit} pending actions. Cancel some, or wait for its next check-in.");

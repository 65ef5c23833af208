using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The request ended before it could be cancelled.</summary>
public sealed record DeviceActionCompleted() : Problem("This request is over already. Reload to see how it ended.");

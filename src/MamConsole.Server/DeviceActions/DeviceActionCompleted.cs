using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The device action ended before it could be canceled.</summary>
public sealed record DeviceActionCompleted() : Problem("This device action has already ended. Reload the page to see its result.");

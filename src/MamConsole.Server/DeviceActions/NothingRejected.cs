using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>Nothing is refused.</summary>
public sealed record NothingRejected() : Problem("This PC refuses nothing now, so there is nothing to send again.");

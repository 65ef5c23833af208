using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The PC has rejected no setting.</summary>
public sealed record NothingRejected() : Problem("This PC has no rejected settings, so there is nothing to send again.");

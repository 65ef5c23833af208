using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>The status that a device returned for a command of this server.</summary>
internal sealed record ReceivedVerdict(PlannedCommand Command, int Code, string? OriginalError);

using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>The verdict on one of our commands.</summary>
internal sealed record ReceivedVerdict(PlannedCommand Command, int Code, string? OriginalError);

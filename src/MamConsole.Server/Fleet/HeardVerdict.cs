using System.Collections.Immutable;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Protocol.Session;

namespace MamConsole.Server.Fleet;

/// <summary>The verdict on one of our commands.</summary>
internal sealed record HeardVerdict(PlannedCommand Command, int Code, string? OriginalError);

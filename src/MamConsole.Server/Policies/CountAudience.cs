using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.Server.Policies;

/// <summary>
/// Counts the devices that an assignment reaches; null when counting is not available. The modules of devices implement it.
/// </summary>
internal delegate Task<FleetFacts?> CountAudience(AssignmentSettings assignment, string policyId, CancellationToken cancellationToken);

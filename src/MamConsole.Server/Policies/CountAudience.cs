using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.Server.Policies;

/// <summary>Counts the devices that a policy would reach; null where nobody counts them. The modules of devices provide it.</summary>
internal delegate Task<FleetFacts?> CountAudience(AssignmentSettings assignment, string policyId, CancellationToken cancellationToken);

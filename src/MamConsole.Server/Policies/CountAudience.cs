using System.Security.Cryptography;
using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Server.Audit;

namespace MamConsole.Server.Policies;

/// <summary>Counts the devices that a policy would reach; null where nobody counts them. The rooms of the devices provide it.</summary>
internal delegate Task<FleetFacts?> CountAudience(AssignmentSettings assignment, string policyId, CancellationToken cancellationToken);

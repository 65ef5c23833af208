using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Facts;

/// <summary>What is known of the PCs that an assignment matches beside the other published ones.</summary>
/// <param name="Matching">PCs that it matches, those that get another policy included.</param>
/// <param name="WithoutFilters">PCs that it would match without its filters.</param>
/// <param name="CompetingPolicies">The published policies that match some of the same PCs; by rank.</param>
public sealed record AssignmentFacts(int Matching, int WithoutFilters, ValueList<CompetingPolicy> CompetingPolicies);

using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Facts;

/// <summary>Counts of the PCs that an assignment matches, in relation to the other published policies.</summary>
/// <param name="Matching">PCs that match, including those that get another policy.</param>
/// <param name="WithoutFilters">PCs that would match without the filters.</param>
/// <param name="CompetingPolicies">The published policies that match some of the same PCs, by rank.</param>
public sealed record AssignmentFacts(int Matching, int WithoutFilters, ValueList<CompetingPolicy> CompetingPolicies);

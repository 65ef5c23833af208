using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>What is known of the PCs that an assignment matches beside the other published ones.</summary>
/// <param name="Matching">PCs that it matches, those that get another policy included.</param>
/// <param name="WithoutFilters">PCs that it would match without its filters.</param>
/// <param name="Rivals">The published policies that match some of the same PCs; by rank.</param>
public sealed record AssignmentFacts(int Matching, int WithoutFilters, ValueList<AssignmentRival> Rivals);

/// <summary>Another published policy that matches some of the same PCs.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Both">PCs that match both.</param>
/// <param name="ComesFirst">Whether they get that one.</param>
/// <param name="ByAgeAlone">Whether only its age decides.</param>
public sealed record AssignmentRival(string Name, int Both, bool ComesFirst, bool ByAgeAlone);

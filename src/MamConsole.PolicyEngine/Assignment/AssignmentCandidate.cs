namespace MamConsole.PolicyEngine.Assignment;

/// <summary>A published policy that a PC may get.</summary>
/// <param name="Name">The name of the policy.</param>
/// <param name="Age">The age of the policy: smaller is older; no two policies have the same.</param>
/// <param name="Rule">The assignment rule of the policy.</param>
public sealed record AssignmentCandidate(string Name, long Age, AssignmentRule Rule)
{
    /// <summary>The rank, computed once.</summary>
    public AssignmentRank Rank { get; } = AssignmentRank.Of(Rule, Age);
}

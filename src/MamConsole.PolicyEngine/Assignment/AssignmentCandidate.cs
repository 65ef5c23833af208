namespace MamConsole.PolicyEngine.Assignment;

/// <summary>A published policy that a PC may get.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Age">The smaller, the older the policy; no two have the same.</param>
/// <param name="Rule">Whom it is for.</param>
public sealed record AssignmentCandidate(string Name, long Age, AssignmentRule Rule)
{
    /// <summary>Worked out once.</summary>
    public AssignmentRank Rank { get; } = AssignmentRank.Of(Rule, Age);
}

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The result of one policy for one PC.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Matches">Whether the policy matches the PC.</param>
/// <param name="Wins">Whether the PC gets the policy.</param>
/// <param name="Mismatch">Why the policy does not match; null when it does.</param>
/// <param name="Words">The result as one or two sentences.</param>
public sealed record AssignmentAnswer<T>(T Policy, bool Matches, bool Wins, AssignmentMismatch? Mismatch, string Words);

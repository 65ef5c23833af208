namespace MamConsole.PolicyEngine.Assignment;

/// <summary>What one policy means for one PC.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Matches">Whether it is for this PC.</param>
/// <param name="Wins">Whether the PC gets it.</param>
/// <param name="Mismatch">Why it is not for it; null when it is.</param>
/// <param name="Words">The same in a sentence or two.</param>
public sealed record AssignmentAnswer<T>(T Policy, bool Matches, bool Wins, AssignmentMismatch? Mismatch, string Words);

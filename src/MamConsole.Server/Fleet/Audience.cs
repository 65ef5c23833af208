using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Server.Fleet;

/// <summary>An assignment and the published assignments with a higher priority.</summary>
/// <param name="Rule">The rule of the assignment.</param>
/// <param name="Before">The rules with a higher priority; a PC that matches one of them does not get this assignment.</param>
internal sealed record Audience(AssignmentRule Rule, IReadOnlyCollection<AssignmentRule> Before);

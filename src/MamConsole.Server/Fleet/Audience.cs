using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Server.Fleet;

/// <summary>An assignment beside the published ones that come before it.</summary>
/// <param name="Rule">Who would get it.</param>
/// <param name="Before">The rules that come first where both match.</param>
internal sealed record Audience(AssignmentRule Rule, IReadOnlyCollection<AssignmentRule> Before);

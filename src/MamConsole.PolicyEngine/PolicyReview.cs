using System.Collections.Immutable;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>The result of the validation of one written policy.</summary>
/// <param name="Findings">The findings, by severity and then in the order of the areas.</param>
/// <param name="Valid">The parsed policy; null when a finding blocks publishing.</param>
public sealed record PolicyReview(ImmutableArray<Finding> Findings, Valid<Policy>? Valid)
{
    /// <summary>The worst severity, or null when there are no findings.</summary>
    public Severity? Worst => Findings.IsEmpty ? null : Findings.Max(f => f.Severity);
}

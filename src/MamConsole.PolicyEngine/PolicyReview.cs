using System.Collections.Immutable;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>What the rules say about one written policy.</summary>
/// <param name="Findings">Worst first, then in the order of the areas.</param>
/// <param name="Valid">The parsed policy; null while anything blocks.</param>
public sealed record PolicyReview(ImmutableArray<Finding> Findings, Valid<Policy>? Valid)
{
    /// <summary>The worst severity, or null when there is nothing to say.</summary>
    public Severity? Worst => Findings.IsEmpty ? null : Findings.Max(f => f.Severity);
}

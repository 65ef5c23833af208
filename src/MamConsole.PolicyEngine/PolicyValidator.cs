using System.Collections.Immutable;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>Validates all areas, identically for the form, the API and files (docs/follow-a-policy.md, step 2).</summary>
public static class PolicyValidator
{
    public static PolicyReview Validate(WrittenPolicy policy, PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(context);

        var findings = PolicyAreas.All.SelectMany(area => area.Validate(policy, context)).ToArray();
        var ordered = findings.OrderByDescending(f => f.Severity).ToImmutableArray();
        return new PolicyReview(
            ordered,
            Array.Exists(findings, f => f.Severity == Severity.Block) ? null : new Valid<Policy>(Parse(policy))
        );
    }

    private static Policy Parse(WrittenPolicy policy) =>
        new(
            PolicyAreas
                .All.Select(area => (Area: area, Rules: area.Parse(policy)))
                .Where(parsed => parsed.Rules is not null)
                .Select(parsed => KeyValuePair.Create(parsed.Area, parsed.Rules!))
        );
}

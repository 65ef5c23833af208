using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>A bad value and the finding that the rules must report for it.</summary>
/// <param name="Code">The code of the rule.</param>
/// <param name="Field">The field, as a path in the JSON of the policy.</param>
/// <param name="Severity">The severity of the finding.</param>
/// <param name="Policy">The policy with the bad value.</param>
public sealed record BadValue(string Code, string Field, Severity Severity, WrittenPolicy Policy)
{
    /// <summary>The suggested value that resolves the finding, or null when the rule suggests none.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The published version, for rules that compare with it.</summary>
    public WrittenPolicy? Last { get; init; }

    public FleetFacts? Fleet { get; init; }

    /// <summary>The recorded Exchange policy, for rules that evaluate it.</summary>
    public EasPolicy? Exchange { get; init; }

    /// <summary>The verified domains of the tenant, or null when they are not known.</summary>
    public ValueList<string>? VerifiedDomains { get; init; }

    public override string ToString() => $"{Code} {Field} {Severity}";

    private PolicyContext Context =>
        SamplePolicies.Context with
        {
            LastPublished = Last,
            Fleet = Fleet,
            Exchange = Exchange,
            Tenant = SamplePolicies.Context.Tenant with { VerifiedDomains = VerifiedDomains },
        };

    internal void Check()
    {
        var review = PolicyValidator.Validate(Policy, Context);
        var text = string.Join('\n', review.Findings);
        Assert.True(
            review.Findings.Any(f => (f.Code, f.Field, f.Severity) == (Code, Field, Severity)),
            $"{this} is missing among:\n{text}"
        );
        var finding = review.Findings.First(f => (f.Code, f.Field, f.Severity) == (Code, Field, Severity));
        Assert.Equal(Suggestion, finding.Suggestion);
        if (Suggestion is not null)
        {
            var repaired = PolicyValidator.Validate(PolicyRepair.Apply(Policy, finding), Context);
            Assert.DoesNotContain(repaired.Findings, f => f.Code == Code && f.Field == Field);
        }

        Assert.Equal(review.Findings.Any(f => f.Severity == Severity.Block), review.Valid is null);
    }
}

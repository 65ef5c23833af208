using System.Collections.Immutable;

namespace MamConsole.PolicyEngine;

/// <summary>A policy whose every value was parsed and whose rules hold. Only <see cref="PolicyValidator"/> makes it, wrapped in
/// <see cref="Values.Valid{T}"/>.</summary>
public sealed class Policy
{
    private readonly ImmutableDictionary<PolicyArea, object> rules;

    internal Policy(IEnumerable<KeyValuePair<PolicyArea, object>> rules) => this.rules = rules.ToImmutableDictionary();

    /// <summary>The rules of an area; null when the policy sets nothing there.</summary>
    internal TRules? Rules<TRules>(PolicyArea area)
        where TRules : class => (TRules?)rules.GetValueOrDefault(area);

    /// <summary>The rules of this type; null when the policy sets nothing there.</summary>
    internal TRules? Rules<TRules>()
        where TRules : class => rules.Values.OfType<TRules>().SingleOrDefault();
}

using System.Collections.Immutable;

namespace MamConsole.PolicyEngine;

/// <summary>A policy with parsed values that passed validation. Only <see cref="PolicyValidator"/> creates it, wrapped in
/// <see cref="Values.Valid{T}"/>.</summary>
public sealed class Policy
{
    private readonly ImmutableDictionary<PolicyArea, object> rules;

    internal Policy(IEnumerable<KeyValuePair<PolicyArea, object>> rules) => this.rules = rules.ToImmutableDictionary();

    /// <summary>Returns the parsed settings of an area; null when the policy sets nothing there.</summary>
    internal TRules? Rules<TRules>(PolicyArea area)
        where TRules : class => (TRules?)rules.GetValueOrDefault(area);

    /// <summary>Returns the parsed settings of this type; null when the policy sets nothing there.</summary>
    internal TRules? Rules<TRules>()
        where TRules : class => rules.Values.OfType<TRules>().SingleOrDefault();
}

using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The parsed MDM handoff.</summary>
/// <param name="DiscoveryUrl">The discovery address: absolute, https, with a DNS name.</param>
public sealed record HandoffRules(Uri DiscoveryUrl)
{
    /// <summary>Returns null when no MDM handoff is offered.</summary>
    internal static HandoffRules? Parse(HandoffSettings s) => Wording.Typed(s.DiscoveryUrl) is { } url ? new(new Uri(url)) : null;
}

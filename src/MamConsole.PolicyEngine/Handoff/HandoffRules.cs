using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The offer to move to MDM, parsed.</summary>
/// <param name="DiscoveryUrl">Absolute, https, with a DNS name.</param>
public sealed record HandoffRules(Uri DiscoveryUrl)
{
    /// <summary>Null when nothing is offered.</summary>
    internal static HandoffRules? Parse(HandoffSettings s) => Wording.Typed(s.DiscoveryUrl) is { } url ? new(new Uri(url)) : null;
}

using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>What one setting that leaves does on the PCs.</summary>
/// <param name="Area">The area's title.</param>
/// <param name="Field">The field that carried it.</param>
/// <param name="Label">The setting's short name.</param>
/// <param name="Behavior">What becomes of it.</param>
/// <param name="Sentence">The same in words, with the default where there is one.</param>
/// <param name="Certainty">How well this is known.</param>
/// <param name="Source">Where it is known from.</param>
/// <param name="Nodes">The LocURIs that leave; empty where only rows of a list do and the rest is sent anew.</param>
/// <param name="Remedy">What would settle it; null where nothing needs to be said, or nothing can.</param>
public sealed record Removal(
    string Area,
    string Field,
    string Label,
    RemovalBehavior Behavior,
    string Sentence,
    RemovalCertainty Certainty,
    string Source,
    ValueList<string> Nodes,
    RemovalRemedy? Remedy = null
)
{
    /// <summary>Whether somebody should read it before publishing: what stays, needs a value or is not known.</summary>
    [JsonIgnore]
    public bool NeedsAttention =>
        Behavior is RemovalBehavior.Stays or RemovalBehavior.NeedsValue || Certainty == RemovalCertainty.Unverified;
}
